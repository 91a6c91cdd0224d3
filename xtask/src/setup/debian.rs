//! Packages of Debian and its relatives, installed only when missing.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::{self, Outcome};
use crate::steps::say;

/// Whether this machine installs packages with `apt-get`.
pub(crate) fn is_here() -> bool {
    Path::new("/usr/bin/apt-get").exists()
}

/// Installs those of these packages that are missing.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|name| !is_installed(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    say(&format!(
        "    installing {} with apt-get",
        missing.join(", ")
    ));
    if !lists_are_filled() {
        command::run(apt()?.arg("update"))?;
    }
    if command::run(
        apt()?
            .args(["install", "--no-install-recommends"])
            .args(&missing),
    )
    .is_ok()
    {
        return Ok(());
    }
    // A list may be older than the archive: once more with a fresh one.
    command::run(apt()?.arg("update"))?;
    command::run(
        apt()?
            .args(["install", "--no-install-recommends"])
            .args(&missing),
    )
    .map_err(|error| {
        format!(
            "{error}\ninstall these packages by hand and start again: {}",
            missing.join(" ")
        )
    })
}

/// A program that needs the administrator's rights, through sudo where we have none.
pub(crate) fn as_root(program: &str) -> Outcome<Command> {
    let user = command::capture(Command::new("id").arg("-u"))?;
    if user.trim() == "0" {
        return Ok(Command::new(program));
    }
    let sudo = command::find(&["sudo"]).ok_or_else(|| {
        format!("`{program}` needs the administrator's rights and there is no sudo; run this task as root once")
    })?;
    let mut command = Command::new(sudo);
    command.arg(program);
    Ok(command)
}

fn apt() -> Outcome<Command> {
    let mut command = as_root("apt-get")?;
    command.args(["--yes", "--quiet=2", "-o", "Dpkg::Use-Pty=0"]);
    if env::var_os("DEBIAN_FRONTEND").is_none() {
        command.env("DEBIAN_FRONTEND", "noninteractive");
    }
    Ok(command)
}

fn is_installed(package: &str) -> bool {
    command::capture(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]))
        .is_ok_and(|status| status == "installed")
}

/// A fresh image has no package lists at all.
fn lists_are_filled() -> bool {
    fs::read_dir("/var/lib/apt/lists").is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().contains("_Packages"))
    })
}
