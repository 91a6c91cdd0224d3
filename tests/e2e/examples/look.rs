//! Pictures of any view, for people to look at: `look NAME QUERY [WIDTH HEIGHT COLOURS [SCRIPT]]`.

use adit_e2e::{Browser, Page};

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let word = |at: usize, default: &str| given.get(at).cloned().unwrap_or(default.to_owned());
    let size = |at: usize, default: &str| word(at, default).parse().unwrap_or(900);
    let tab = Browser::shared().tab();
    tab.viewport(size(2, "1280"), size(3, "900"), size(2, "1280") < 700);
    tab.system_colours(&word(4, "light"));
    let page = Page::open_in(tab, &word(1, ""));
    println!("{}", page.script(&word(5, "''")));
    page.script("new Promise(done => setTimeout(done, 400))");
    println!("{}", page.screenshot(&word(0, "look")).display());
    println!("{:?}", page.complaints());
}
