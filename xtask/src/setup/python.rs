//! A Python with numpy and scipy, in a folder of its own: what computations are compared with. Nothing of it is in the page.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use crate::command::{self, Outcome};
use crate::environment::tools;
use crate::steps::say;

/// What numbers are compared with.
const PACKAGES: [&str; 2] = ["numpy==2.4.6", "scipy==1.17.1"];

/// The Python of an environment under the tools' folder, made when missing.
pub(crate) fn ensure(root: &Path) -> Outcome<PathBuf> {
    let folder = tools(root).join("python").join(PACKAGES.join("-"));
    let python = folder.join("bin").join("python");
    if command::is_program(&python)
        && command::capture(Command::new(&python).args(["-c", "import numpy, scipy"])).is_ok()
    {
        return Ok(python);
    }
    say(&format!(
        "    making an environment with {}",
        PACKAGES.join(" and ")
    ));
    if environment(&folder).is_err() {
        if !debian::is_here() {
            return Err(
                "the comparison needs Python 3.11 or newer with its venv module: install it"
                    .to_owned(),
            );
        }
        debian::install(&["python3", "python3-venv"])?;
        environment(&folder)?;
    }
    command::run(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet"])
            .arg("--disable-pip-version-check")
            .args(PACKAGES),
    )?;
    Ok(python)
}

/// An empty environment, by the first Python on the path.
fn environment(folder: &Path) -> Outcome<String> {
    let python = command::find(&["python3"]).ok_or("there is no python3")?;
    command::capture(Command::new(python).args(["-m", "venv"]).arg(folder))
}
