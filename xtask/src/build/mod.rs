//! The release page in `dist/`, ready to be served: built by trunk, compressed, with its
//! Content-Security-Policy and an account of what travels.

mod ascii;
mod bundle;
mod compress;
mod cost;
mod csp;
mod enclose;
mod integrity;
mod offline;
mod share;
mod sizes;

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{self, Outcome};
use crate::environment::Environment;
use crate::steps::{Steps, say};

/// The folder of the built page.
pub(crate) fn dist(root: &Path) -> PathBuf {
    root.join("dist")
}

/// The page as it is developed, in `dist/` too: unoptimised, uncompressed, with all that stands beside it, so that the
/// end-to-end tests run on it.
pub(crate) fn dev(
    root: &Path,
    environment: &Environment,
    steps: &mut Steps,
    base: Option<&str>,
) -> Outcome {
    let dist = dist(root);
    steps.step("the page, unoptimised", || {
        command::run(trunk(environment).arg("build"))
    })?;
    steps.step("what stands beside it", || {
        beside(root, &dist, bundle::Effort::Least, base)?;
        integrity::of_all(&dist)
    })
}

/// Builds the page and everything beside it that a server wants; `base` is the address at which it will be served, if
/// it is known.
pub(crate) fn run(
    root: &Path,
    environment: &Environment,
    steps: &mut Steps,
    base: Option<&str>,
) -> Outcome {
    let dist = dist(root);
    steps.step("the release page", || {
        command::run(trunk(environment).args(["build", "--release"]))
    })?;
    steps.step(
        "the single file, cards, the page offline, the security policy",
        || beside(root, &dist, bundle::Effort::Most, base),
    )?;
    steps.step("checksums and compressed copies", || {
        integrity::of_all(&dist)?;
        let parts = compress::all(&dist)?;
        let html = read(&dist.join("index.html"))?;
        say(&sizes::table(&html, &parts));
        cost::settings(root, read(&dist.join("csp.txt"))?.trim())?;
        cost::document(root, &html, &parts)
    })
}

/// What is made of the built page: the single file from the page as it is, then what the page itself still lacks.
fn beside(root: &Path, dist: &Path, effort: bundle::Effort, base: Option<&str>) -> Outcome {
    bundle::write(dist, effort)?;
    share::write_all(root, dist, base)?;
    integrity::of_programs(dist)?;
    offline::write_all(dist)?;
    let policy = csp::policy(&read(&dist.join("index.html"))?)?;
    write(&dist.join("csp.txt"), format!("{policy}\n").as_bytes())
}

/// trunk in the browser's environment.
pub(crate) fn trunk(environment: &Environment) -> std::process::Command {
    let mut trunk = environment.command("trunk");
    // trunk reads the variable as a yes or no and refuses the customary 1.
    trunk.env_remove("NO_COLOR");
    trunk
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// A document with a mark replaced, which must be there once.
fn replaced(html: &str, mark: &str, by: &str) -> Outcome<String> {
    match html.matches(mark).count() {
        1 => Ok(html.replacen(mark, by, 1)),
        count => Err(format!("the page holds {mark} {count} times, not once")),
    }
}

/// The one file or folder of the build whose name begins and ends so, with a hash between.
fn one(dist: &Path, begin: &str, end: &str) -> Outcome<PathBuf> {
    let is_it = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let hash = name
            .strip_prefix(begin)
            .and_then(|name| name.strip_suffix(end));
        hash.is_some_and(|hash| hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let mut found = entries(dist)?.into_iter().filter(is_it);
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        (None, _) => Err(format!("{} has no {begin}…{end}", dist.display())),
        _ => Err(format!(
            "{} has several {begin}…{end}; remove the folder and build anew",
            dist.display()
        )),
    }
}

/// What is in a folder, in the order of the names.
fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let told = |error| format!("{}: {error}", folder.display());
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        entries.push(entry.map_err(told)?.path());
    }
    entries.sort();
    Ok(entries)
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))
}
