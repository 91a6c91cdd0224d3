//! The page: mounts the components into the document.

fn main() {
    adit::app::mount();
}
