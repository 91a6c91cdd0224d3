//! Fuzzing: inputs made up by libFuzzer, steered by what of the code they reach.
//!
//! The targets are a crate of their own in `fuzz/`. It is built with the coverage that libFuzzer steers by, which
//! stable compilers give too, into a folder of its own: none of it mixes with other builds. Each target begins with
//! its committed seeds, and what it finds on the way is kept under `target/`. The seed of its chance is fixed, so that
//! a run from the seeds alone is the same everywhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{self, Outcome};
use crate::environment::{clean, native_cargo};
use crate::setup;
use crate::steps::{Steps, say};

/// How many inputs each target takes unless told otherwise: enough to walk all of its seeds' surroundings.
const SHORT: u64 = 10_000;

/// What makes the compiler mark its way through the code.
const COVERAGE: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// What one input may take: seconds, and megabytes of the whole program.
const LIMITS: [&str; 2] = ["-timeout=10", "-rss_limit_mb=1024"];

/// Which targets, and how much of each.
pub(crate) struct Options {
    inputs: u64,
    /// One of them, or all.
    target: Option<String>,
    /// Whether what earlier runs found counts as a seed too.
    goes_on: bool,
}

impl Options {
    /// The run that is part of the tests.
    pub(crate) fn short() -> Self {
        Self {
            inputs: SHORT,
            target: None,
            goes_on: false,
        }
    }

    /// Reads `--inputs N`, `--target NAME` and `--on`.
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        let mut options = Self::short();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--inputs" => {
                    let inputs = words.next().and_then(|inputs| inputs.parse().ok());
                    let inputs = inputs.filter(|inputs| *inputs > 0);
                    options.inputs =
                        inputs.ok_or("--inputs wants a number of inputs for each target")?;
                }
                "--target" => {
                    let target = words.next().ok_or("--target wants a target's name")?;
                    options.target = Some((*target).to_owned());
                }
                "--on" => options.goes_on = true,
                other => {
                    return Err(format!(
                        "fuzz does not know `{other}`; it knows --inputs N, --target NAME, --on"
                    ));
                }
            }
        }
        Ok(options)
    }
}

/// Builds the targets, runs them and says how many inputs each took.
pub(crate) fn run(root: &Path, steps: &mut Steps, options: &Options) -> Outcome {
    steps.step("a compiler for C++", setup::cpp::ensure)?;
    let program = steps.step("fuzzing: targets", || build(root))?;
    let targets = chosen(root, options.target.as_deref())?;
    steps.step("fuzzing: inputs", || {
        let mut total = 0;
        for target in &targets {
            let count = fuzzed(root, &program, target, options)?;
            say(&format!("    {target}: {count} inputs"));
            total += count;
        }
        say(&format!("    {total} inputs in all, none of them a fault"));
        Ok(())
    })
}

fn folder(root: &Path) -> PathBuf {
    root.join("target").join("fuzz")
}

/// The program of all targets.
fn build(root: &Path) -> Outcome<PathBuf> {
    let host = host()?;
    command::run(
        native_cargo(root)
            .args(["build", "--release", "--quiet"])
            .args(["--manifest-path", "fuzz/Cargo.toml"])
            // With a target named, build scripts are built without the marks.
            .args(["--target", &host])
            .env("CARGO_TARGET_DIR", folder(root))
            .env("RUSTFLAGS", COVERAGE.join(" ")),
    )?;
    Ok(folder(root).join(host).join("release").join("adit-fuzz"))
}

/// What this compiler builds for.
fn host() -> Outcome<String> {
    let said = command::capture(clean("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc -vV names no host".to_owned())
}

/// The targets, which are the folders of seeds; or the one asked for.
fn chosen(root: &Path, one: Option<&str>) -> Outcome<Vec<String>> {
    let seeds = root.join("fuzz").join("corpus");
    let told = |error: std::io::Error| format!("{}: {error}", seeds.display());
    let mut targets = Vec::new();
    for entry in fs::read_dir(&seeds).map_err(told)? {
        let name = entry.map_err(told)?.file_name();
        targets.push(name.to_string_lossy().into_owned());
    }
    targets.sort();
    match one {
        None => Ok(targets),
        Some(one) if targets.iter().any(|target| target == one) => Ok(vec![one.to_owned()]),
        Some(one) => Err(format!(
            "--target {one}: there is no such target; these are: {}",
            targets.join(", ")
        )),
    }
}

/// Runs one target; how many inputs it took.
fn fuzzed(root: &Path, program: &Path, target: &str, options: &Options) -> Outcome<u64> {
    let found = folder(root).join("found").join(target);
    if !options.goes_on && found.exists() {
        fs::remove_dir_all(&found).map_err(|error| format!("{}: {error}", found.display()))?;
    }
    let faults = folder(root).join("faults").join(target);
    for folder in [&found, &faults] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let log = folder(root).join(format!("{target}.log"));
    let output = Command::new(program)
        .env("ADIT_FUZZ", target)
        .args(LIMITS)
        .args(["-seed=1", "-print_final_stats=1"])
        .arg(format!("-runs={}", options.inputs))
        .arg(format!(
            "-dict={}",
            root.join("fuzz/words").join(target).display()
        ))
        .arg(format!("-artifact_prefix={}/", faults.display()))
        .arg(&found)
        .arg(root.join("fuzz/corpus").join(target))
        .output()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let said = String::from_utf8_lossy(&output.stderr);
    fs::write(&log, said.as_bytes()).map_err(|error| format!("{}: {error}", log.display()))?;
    if !output.status.success() {
        let fault = said
            .lines()
            .find(|line| line.contains("panicked at") || line.contains("ERROR:"));
        return Err(format!(
            "{target} found a fault: {}\nthe input is in {}, the whole account in {}",
            fault.unwrap_or("the program ended early"),
            faults.display(),
            log.display()
        ));
    }
    counted(&said)
        .ok_or_else(|| format!("{target} said nothing of its inputs; see {}", log.display()))
}

/// How many inputs a run says that it took.
fn counted(said: &str) -> Option<u64> {
    let count = said
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    count?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_of_fuzzing_is_read_or_refused_with_what_would_do() {
        let options = Options::read(&["--inputs", "5", "--target", "links", "--on"]);
        let options = options.expect("it is right");
        assert_eq!((options.inputs, options.goes_on), (5, true));
        assert_eq!(options.target.as_deref(), Some("links"));
        for wrong in [
            &["--inputs"][..],
            &["--inputs", "0"],
            &["--target"],
            &["links"],
        ] {
            assert!(Options::read(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn the_count_of_inputs_is_the_programs_own() {
        let said =
            "Done 100 runs\nstat::number_of_executed_units: 123\nstat::average_exec_per_sec:     9";
        assert_eq!(counted(said), Some(123));
        assert_eq!(counted("Done 100 runs"), None);
    }

    #[test]
    fn every_target_has_seeds_and_words_and_every_seed_a_target() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let targets = chosen(&root, None).expect("there are seeds");
        let listed = fs::read_to_string(root.join("fuzz/src/targets/mod.rs")).expect("the targets");
        let count = listed.matches("::run),").count();
        assert_eq!(targets.len(), count);
        for target in targets {
            assert!(listed.contains(&format!("(\"{target}\", ")), "{target}");
            assert!(root.join("fuzz/words").join(&target).is_file(), "{target}");
        }
        assert!(chosen(&root, Some("nothing")).is_err());
    }
}
