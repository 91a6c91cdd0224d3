//! Running other programs: shown, captured or under a time limit.
//!
//! Every failure names the program, what it said last and how it ended, because the reader of the
//! message did not choose the command line.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a task gives, or the sentence that says why it could not and what to do.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// Runs a program with its output shown; anything but success is an error.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| format!("{} could not be started: {error}", shown(command)))?;
    judge(command, status)
}

/// Runs a program and gives what it wrote to its standard output.
pub(crate) fn capture(command: &mut Command) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{} could not be started: {error}", shown(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let tail: Vec<&str> = said.lines().rev().take(5).collect();
        let tail: Vec<&str> = tail.into_iter().rev().collect();
        return Err(format!(
            "{} ended with {}: {}",
            shown(command),
            output.status,
            tail.join("\n")
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program with its output shown, but no longer than `limit`.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Outcome {
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| format!("{} could not be started: {error}", shown(command)))?;
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return judge(command, status),
            Ok(None) if started.elapsed() < limit => thread::sleep(Duration::from_millis(100)),
            Ok(None) => {
                let stopped = child.kill().and_then(|()| child.wait());
                return Err(format!(
                    "{} had not finished after {} s{}",
                    shown(command),
                    limit.as_secs(),
                    stopped.map_or_else(|error| format!(" ({error})"), |_| String::new())
                ));
            }
            Err(error) => return Err(format!("{} was lost: {error}", shown(command))),
        }
    }
}

/// The first program of one of these names on `PATH`.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    find_on(&env::var_os("PATH")?, names)
}

/// The first program of one of these names in the folders of this path.
pub(crate) fn find_on(path: &OsStr, names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| {
        env::split_paths(path)
            .map(|folder| folder.join(name))
            .find(|file| is_program(file))
    })
}

/// Whether this file exists and may be run.
pub(crate) fn is_program(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.metadata()
            .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    {
        file.is_file()
    }
}

fn judge(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}", shown(command)))
    }
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let words: Vec<String> = std::iter::once(name)
        .chain(command.get_args().collect::<Vec<&OsStr>>())
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    format!("`{}`", words.join(" "))
}
