//! The code that puts a view into another's page.
//!
//! It needs nothing of that page: a frame of the column's width, lazy, named, sandboxed, as high as was measured. Where
//! a script for heights is wanted and none is there, [`host_script`] is one.

use std::fmt::Write as _;

/// The script that gives frames their heights, beside the page.
pub const HOST_SCRIPT: &str = "adit-host.js";
/// Its checksum: browsers run it only as it was read (`tests/snippet.rs` compares).
pub const HOST_INTEGRITY: &str =
    "sha384-tU3H/ehVYqb7zU+KkJ3dPkMOT6fGlQ23khu0YuN3fYmIYyuiNNrkQke8DapAjkJ1";

/// What a frame may do: run, save files, and open the whole page, free of the sandbox, in a tab of its own. It keeps its
/// own origin, which is not the article's: without one it works too, but browsers then fetch the program anew for
/// every frame of an article (`docs/embedding.md` has the bytes).
pub const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox";

/// A frame around a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// The page's address, without a query.
    pub page: &'a str,
    /// The query string, with how the view is dressed.
    pub query: &'a str,
    /// What it shows: never empty, never general.
    pub title: &'a str,
    /// CSS pixels until a script says otherwise.
    pub height: u32,
}

impl Snippet<'_> {
    /// The frame's code, which stands without any script.
    #[must_use]
    pub fn html(&self) -> String {
        let Self {
            page,
            query,
            title,
            height,
        } = self;
        format!(
            "<iframe class=\"adit-embed\" id=\"datawrapper-chart-{}\" title=\"{}\" src=\"{}\" height=\"{height}\" \
             loading=\"lazy\" style=\"width:0;min-width:100%;border:0\" sandbox=\"{SANDBOX}\" \
             allow=\"clipboard-write; web-share; fullscreen\" referrerpolicy=\"no-referrer\"></iframe>",
            frame_id(query),
            attribute(title),
            attribute(&address(page, query)),
        )
    }

    /// The frame's code and a link below it, for places that take no frames from elsewhere or print what they hold.
    #[must_use]
    pub fn html_with_link(&self, full: &str) -> String {
        let Self { page, title, .. } = self;
        let link = attribute(&address(page, full));
        let title = attribute(title);
        format!("{}\n<p><a href=\"{link}\">{title}</a></p>", self.html())
    }
}

/// The script for heights as a page's head holds it: one of no host that has one, and once however many frames.
#[must_use]
pub fn host_script(page: &str) -> String {
    let script = attribute(&beside(page, HOST_SCRIPT));
    format!(
        "<script src=\"{script}\" integrity=\"{HOST_INTEGRITY}\" crossorigin=\"anonymous\" defer></script>"
    )
}

/// The name under which a frame tells its height to hosts that find frames by name: `adit` and the FNV-1a hash of the
/// query as the address holds it, as `frame.js` writes it.
#[must_use]
pub fn frame_id(query: &str) -> String {
    let asked = if query.is_empty() { "" } else { "?" };
    let mut hash = asked
        .bytes()
        .chain(query.bytes())
        .fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
    let mut digits = [b'0'; 7];
    for digit in digits.iter_mut().rev() {
        let value = u8::try_from(hash % 36).unwrap_or_default();
        *digit = if value < 10 {
            b'0' + value
        } else {
            b'a' + value - 10
        };
        hash /= 36;
    }
    let mut id = "adit".to_owned();
    id.extend(digits.map(char::from));
    id
}

/// The address of a query.
#[must_use]
pub fn address(page: &str, query: &str) -> String {
    if query.is_empty() {
        page.to_owned()
    } else {
        format!("{page}?{query}")
    }
}

/// The address of a file beside the page.
fn beside(page: &str, file: &str) -> String {
    let folder = page.rfind('/').map_or("", |at| &page[..=at]);
    format!("{folder}{file}")
}

/// A text as the value of an attribute, in ASCII.
#[must_use]
pub fn attribute(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => value.push_str("&amp;"),
            '"' => value.push_str("&quot;"),
            '<' => value.push_str("&lt;"),
            '>' => value.push_str("&gt;"),
            letter if letter.is_ascii() => value.push(letter),
            // Writing to a string cannot fail.
            letter => write!(value, "&#{};", u32::from(letter)).unwrap_or_default(),
        }
    }
    value
}
