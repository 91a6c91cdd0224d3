//! Which compiler builds for the browser, and the shell environment that makes every tool find it.
//!
//! Two kinds of machine are served. With the wasm target installed in the compiler that runs these
//! tasks, nothing needs changing. On a machine that got Debian's compiler for the web, that
//! compiler comes first: a folder of links goes in front of `PATH`, and rustup's variables, which
//! would lead its proxies and a foreign cargo astray, are taken away.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{self, Outcome};

/// Variables of rustup and of an outer cargo that must not reach another toolchain.
const FOREIGN: [&str; 12] = [
    "RUSTUP_HOME",
    "RUSTUP_TOOLCHAIN",
    "RUSTUP_TOOLCHAIN_SOURCE",
    "RUST_RECURSION_COUNT",
    "RUSTC",
    "RUSTDOC",
    "RUSTC_WRAPPER",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_TARGET_DIR",
    "LD_LIBRARY_PATH",
];

/// Where programs and fetched files of these tasks live: in the build folder, never committed.
pub(crate) fn tools(root: &Path) -> PathBuf {
    root.join("target").join("tools")
}

/// A compiler with the wasm target, and how to call programs so that they use it.
pub(crate) struct Environment {
    kind: Kind,
    bin: PathBuf,
    root: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The compiler that runs these tasks has the target.
    Current,
    /// Debian's compiler for the web, in `/usr/bin`.
    System,
}

impl Environment {
    /// The compiler on `PATH`, unchanged.
    pub(crate) fn current(root: &Path) -> Self {
        Self {
            kind: Kind::Current,
            bin: tools(root).join("bin"),
            root: root.to_owned(),
        }
    }

    /// The system's compiler: links to it are made in the tools folder.
    pub(crate) fn system(root: &Path) -> Outcome<Self> {
        let environment = Self {
            kind: Kind::System,
            bin: tools(root).join("bin"),
            root: root.to_owned(),
        };
        for name in ["cargo", "rustc", "rustdoc"] {
            environment.link(name, &Path::new("/usr/bin").join(name))?;
        }
        if !Path::new("/usr/bin/rust-lld").exists() {
            let linker = command::find(&["lld-22", "lld-21", "lld-20", "lld-19", "lld"])
                .ok_or("no lld on PATH; install it with `apt-get install lld-22`")?;
            environment.link("rust-lld", &linker)?;
        }
        Ok(environment)
    }

    /// What to tell the reader about the choice.
    pub(crate) fn describe(&self) -> &'static str {
        match self.kind {
            Kind::Current => "the current Rust toolchain",
            Kind::System => "Debian's Rust toolchain for the web in /usr/bin",
        }
    }

    /// A program of the browser's build: run at the root, with this compiler found first.
    pub(crate) fn command(&self, program: &str) -> Command {
        let name = self.resolve(program);
        let mut command = clean(&name);
        command.current_dir(&self.root).env("PATH", self.path());
        if self.kind == Kind::System {
            for variable in FOREIGN {
                command.env_remove(variable);
            }
        }
        command
    }

    /// Shell lines that give an interactive shell the same environment.
    pub(crate) fn exports(&self) -> String {
        let mut lines = Vec::new();
        let folders: Vec<String> = self
            .folders()
            .iter()
            .map(|folder| quoted(&folder.to_string_lossy()))
            .collect();
        if !folders.is_empty() {
            lines.push(format!("export PATH={}:\"$PATH\"", folders.join(":")));
        }
        if self.kind == Kind::System {
            lines.push(format!("unset {}", FOREIGN.join(" ")));
        }
        lines.join("\n")
    }

    /// Gives a program a name in the tools' own folder.
    pub(crate) fn link(&self, name: &str, program: &Path) -> Outcome {
        let link = self.bin.join(name);
        if fs::read_link(&link).is_ok_and(|target| target == program) {
            return Ok(());
        }
        let made = fs::create_dir_all(&self.bin).and_then(|()| {
            if link.symlink_metadata().is_ok() {
                fs::remove_file(&link)?;
            }
            symlink(program, &link)
        });
        made.map_err(|error| format!("{} could not be made: {error}", link.display()))
    }

    /// Folders that come before the caller's `PATH`: the links, then cargo's own programs.
    fn folders(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.bin.clone()];
        folders.extend(cargo_bin());
        folders
    }

    fn path(&self) -> OsString {
        let mut folders = self.folders();
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        // Folders with a separator in their name cannot be said in PATH; then the caller's stays.
        env::join_paths(folders).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
    }

    /// `Command` looks a bare name up on *this* process's `PATH`, so it is looked up here first.
    fn resolve(&self, program: &str) -> OsString {
        self.find(program)
            .map_or_else(|| program.into(), Into::into)
    }

    /// Where this program is, for the browser's build.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        command::find_on(&self.path(), &[program])
    }
}

/// The cargo that runs these tasks, at the root: it builds and tests what runs on this machine.
pub(crate) fn native_cargo(root: &Path) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = clean(cargo);
    command.current_dir(root);
    command
}

/// A program without what `cargo run` put into the environment: with it, build scripts that watch
/// those variables would run again whenever a build is started another way.
pub(crate) fn clean(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        let from_cargo = [
            "CARGO_PKG_",
            "CARGO_MANIFEST_",
            "CARGO_BIN_",
            "CARGO_CRATE_",
        ];
        if name == "CARGO" || from_cargo.iter().any(|start| name.starts_with(start)) {
            command.env_remove(name.as_ref());
        }
    }
    command
}

/// The folder into which `cargo install` puts programs.
pub(crate) fn cargo_bin() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .map(|home| home.join("bin"))
}

#[cfg(unix)]
fn symlink(program: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(program, link)
}

#[cfg(not(unix))]
fn symlink(program: &Path, link: &Path) -> std::io::Result<()> {
    fs::copy(program, link).map(|_| ())
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_gets_the_links_first_and_loses_rustups_variables() {
        let system = Environment {
            kind: Kind::System,
            bin: "/a b/bin".into(),
            root: "/a b".into(),
        };
        let lines = system.exports();
        assert!(lines.starts_with("export PATH='/a b/bin':"), "{lines}");
        assert!(
            lines.contains("unset RUSTUP_HOME RUSTUP_TOOLCHAIN "),
            "{lines}"
        );
        let current = Environment {
            kind: Kind::Current,
            ..system
        };
        assert!(
            !current.exports().contains("unset"),
            "{}",
            current.exports()
        );
    }

    #[test]
    fn a_quote_in_a_folders_name_stays_a_quote() {
        assert_eq!(quoted("it's"), r"'it'\''s'");
    }
}
