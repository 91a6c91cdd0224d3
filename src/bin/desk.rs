//! The desk: the views that compare minerals and importers, fetched when a link asks for one of them.

fn main() {
    adit::app::mount_desk();
}
