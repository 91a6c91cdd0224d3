//! Everything a fresh machine lacks, got once.
//!
//! Each part looks first and installs only what is missing, so a second run takes no time worth
//! naming. Each failure names its remedy.

mod browser;
pub(crate) mod cpp;
mod debian;
mod library;
pub(crate) mod npm;
mod programs;
pub(crate) mod python;
pub(crate) mod wasm;

use std::path::{Path, PathBuf};

pub(crate) use browser::Browser;

use crate::command::Outcome;
use crate::environment::Environment;
use crate::steps::Steps;

/// What building the page takes: a compiler for the browser, trunk, wasm-bindgen, wasm-opt.
pub(crate) fn for_building(root: &Path, steps: &mut Steps) -> Outcome<Environment> {
    let environment = steps.step("a compiler for the browser", || wasm::ensure(root))?;
    steps.step("trunk", || programs::trunk(root, &environment))?;
    steps.step("wasm-bindgen", || {
        programs::wasm_bindgen(root, &environment)
    })?;
    steps.step("wasm-opt", || programs::wasm_opt(root, &environment))?;
    Ok(environment)
}

/// What the tests take beside that: a browser, the accessibility rules' file, and the compiler of the module's types,
/// which they find by themselves.
pub(crate) fn for_testing(root: &Path, steps: &mut Steps) -> Outcome<(Browser, PathBuf)> {
    let browser = steps.step("a browser", browser::ensure)?;
    let axe = steps.step("the accessibility rules", || npm::ensure(root, &npm::AXE))?;
    steps.step("the compiler of the module's types", || {
        npm::ensure(root, &npm::TYPESCRIPT)
    })?;
    Ok((browser, axe.join("axe.min.js")))
}
