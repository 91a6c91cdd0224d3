//! The browser of the tests and the program through which wasm tests drive it.

use std::env;
use std::path::PathBuf;

use super::debian;
use crate::command::{self, Outcome};

/// Chromium and its driver.
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) chrome: PathBuf,
    /// The `WebDriver` server that fits it.
    pub(crate) driver: PathBuf,
}

const CHROME: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
];
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// Finds the browser that `CHROME` and `CHROMEDRIVER` name, or one on `PATH`, or installs it.
pub(crate) fn ensure() -> Outcome<Browser> {
    if let Some(browser) = find()? {
        return Ok(browser);
    }
    if debian::is_here() {
        debian::install(&["chromium", "chromium-driver"])?;
        if let Some(browser) = find()? {
            return Ok(browser);
        }
    }
    Err("the tests need Chromium or Chrome and the chromedriver of the same version: install them, \
         or name their programs in the variables CHROME and CHROMEDRIVER"
        .to_owned())
}

fn find() -> Outcome<Option<Browser>> {
    let chrome = named("CHROME", &CHROME)?;
    let driver = named("CHROMEDRIVER", &DRIVER)?;
    Ok(chrome
        .zip(driver)
        .map(|(chrome, driver)| Browser { chrome, driver }))
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
