//! The Content-Security-Policy under which the page works: nothing, plus exactly what it uses.
//!
//! Inline scripts and styles are admitted by the hash of their text, so that none but the built
//! ones run.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::command::Outcome;

/// The policy for the page, which its server sends.
pub(crate) fn policy(html: &str) -> Outcome<String> {
    let mut rules = rules(html, "'self'", Some("'self'"))?;
    // The page's own folder: the wasm itself, and further data when a view asks for it.
    rules.push("connect-src 'self'".to_owned());
    // The page itself, in the preview of the code for other pages.
    rules.push("frame-src 'self'".to_owned());
    // Newsrooms embed the page: any ancestor may frame it.
    rules.push("frame-ancestors *".to_owned());
    Ok(rules.join("; "))
}

/// The policy for the single file, which carries it: what it runs it makes from itself, and it asks nobody anything.
pub(crate) fn enclosed(html: &str) -> Outcome<String> {
    Ok(rules(html, "blob:", None)?.join("; "))
}

/// What both allow: inline code and styles by hash, and further code from where the page's own comes from.
fn rules(html: &str, own: &str, styles: Option<&str>) -> Outcome<Vec<String>> {
    let bare = without_comments(html);
    if let Some(tag) = tags(&bare).find(|tag| attribute(tag, "style").is_some()) {
        return Err(format!(
            "the page has a style attribute, which the policy forbids; use a class: <{tag}>"
        ));
    }
    let mut scripts = vec![own.to_owned(), "'wasm-unsafe-eval'".to_owned()];
    scripts.extend(
        elements(&bare, "script")
            .filter(|(tag, _)| attribute(tag, "src").is_none() && is_code(tag))
            .map(|(_, text)| hash(text)),
    );
    let inline = elements(&bare, "style").map(|(_, text)| hash(text));
    let styles: Vec<String> = styles
        .map(str::to_owned)
        .into_iter()
        .chain(inline)
        .collect();
    let mut rules = vec![
        "default-src 'none'".to_owned(),
        format!("script-src {}", scripts.join(" ")),
        format!("style-src {}", styles.join(" ")),
        // The desk's program once more, beside the page.
        format!("worker-src {own}"),
    ];
    if let Some(rule) = images(&bare) {
        rules.push(rule);
    }
    rules.extend(["base-uri 'none'", "form-action 'none'"].map(str::to_owned));
    Ok(rules)
}

/// Images are admitted from where the page's icon comes, and as the page makes them: a picture to take away is an SVG
/// that the browser paints in dots.
fn images(html: &str) -> Option<String> {
    let icon = tags(html)
        .filter(|tag| tag.starts_with("link") && attribute(tag, "rel") == Some("icon"))
        .find_map(|tag| attribute(tag, "href"))?;
    Some(
        if icon.starts_with("data:") {
            "img-src data: blob:"
        } else {
            "img-src 'self' blob:"
        }
        .to_owned(),
    )
}

/// Scripts of another type are data, which no policy stops.
fn is_code(tag: &str) -> bool {
    matches!(
        attribute(tag, "type"),
        None | Some("module" | "text/javascript" | "importmap")
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

fn without_comments(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::with_capacity(html.len());
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// The inside of every opening tag. The page is written by our own build: no `<` stands in text.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<')
        .skip(1)
        .filter_map(|piece| piece.split_once('>'))
        .map(|(tag, _)| tag)
}

/// Each element of this name: its opening tag and its text.
fn elements<'html>(html: &'html str, name: &str) -> impl Iterator<Item = (&'html str, &'html str)> {
    let opening = format!("<{name}");
    let closing = format!("</{name}>");
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find(&opening)? + 1..];
            let (tag, after) = rest.split_once('>')?;
            let is_whole = tag[opening.len() - 1..].starts_with([' ', '\n', '/']);
            if is_whole || tag.len() == opening.len() - 1 {
                let (text, end) = after.split_once(&closing)?;
                rest = end;
                return Some((tag, text));
            }
        }
    })
}

/// The value of an attribute, quoted or not.
fn attribute<'tag>(tag: &'tag str, name: &str) -> Option<&'tag str> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let starts = rest[..at].ends_with([' ', '\n']);
        rest = &rest[at + name.len()..];
        let Some(value) = rest.strip_prefix('=').filter(|_| starts) else {
            continue;
        };
        return Some(match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next()?,
            _ => value.split([' ', '\n', '>']).next()?,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_code_is_admitted_by_its_hash_and_data_is_not_counted_as_code() {
        let html = "<html><script type=\"application/json\">{}</script>\
                    <script src=a.js></script><script type=\"module\">1</script></html>";
        let policy = policy(html).unwrap();
        // The hash of "1" by an independent program (openssl).
        let one = "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='";
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(
            policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {one};")),
            "{policy}"
        );
        assert!(policy.contains("; worker-src 'self';"), "{policy}");
        assert!(!policy.contains("img-src"), "{policy}");
    }

    #[test]
    fn an_icon_in_the_page_admits_images_of_its_kind_only() {
        let policy = policy("<link rel=\"icon\" href=\"data:image/svg+xml,x\">").unwrap();
        assert!(policy.contains("; img-src data: blob:;"), "{policy}");
    }

    #[test]
    fn the_single_file_may_ask_nobody() {
        let policy = enclosed("<style>a</style><script>1</script>").unwrap();
        assert!(
            policy.contains("script-src blob: 'wasm-unsafe-eval' 'sha256-"),
            "{policy}"
        );
        assert!(policy.contains("; worker-src blob:;"), "{policy}");
        assert!(
            !policy.contains("'self'") && !policy.contains("connect-src"),
            "{policy}"
        );
    }

    #[test]
    fn a_style_attribute_is_refused_with_its_tag() {
        let error = policy("<p class=a style=\"color:red\">x</p>").unwrap_err();
        assert!(
            error.ends_with("use a class: <p class=a style=\"color:red\">"),
            "{error}"
        );
        assert!(policy("<p data-style=\"x\">").is_ok());
    }
}
