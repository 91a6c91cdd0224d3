//! The browsers of the tests and the program through which wasm tests drive it.

use std::env;
use std::path::PathBuf;

use super::debian;
use crate::command::{self, Outcome};

/// Chromium and its driver, and Firefox.
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) chrome: PathBuf,
    /// The `WebDriver` server that fits it.
    pub(crate) driver: PathBuf,
    /// Firefox's program, for what depends on the browser.
    pub(crate) firefox: PathBuf,
}

const CHROME: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// Finds the browsers that `CHROME`, `CHROMEDRIVER` and `FIREFOX` name, or those on `PATH`, or installs them.
pub(crate) fn ensure() -> Outcome<Browser> {
    if let Some(browser) = find()? {
        return Ok(browser);
    }
    if debian::is_here() {
        debian::install(&["chromium", "chromium-driver", "firefox-esr"])?;
        if let Some(browser) = find()? {
            return Ok(browser);
        }
    }
    Err("the tests need Chromium or Chrome, the chromedriver of the same version, and Firefox: install \
         them, or name their programs in the variables CHROME, CHROMEDRIVER and FIREFOX"
        .to_owned())
}

fn find() -> Outcome<Option<Browser>> {
    let chrome = named("CHROME", &CHROME)?;
    let driver = named("CHROMEDRIVER", &DRIVER)?;
    let firefox = named("FIREFOX", &FIREFOX)?;
    Ok(match (chrome, driver, firefox) {
        (Some(chrome), Some(driver), Some(firefox)) => Some(Browser {
            chrome,
            driver,
            firefox,
        }),
        _ => None,
    })
}

fn named(variable: &str, names: &[&str]) -> Outcome<Option<PathBuf>> {
    let Some(value) = env::var_os(variable) else {
        return Ok(command::find(names));
    };
    let file = PathBuf::from(value);
    if command::is_program(&file) {
        Ok(Some(file))
    } else {
        Err(format!(
            "{variable} names {}, which is not a program",
            file.display()
        ))
    }
}
