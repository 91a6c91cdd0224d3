//! The project's tasks: `cargo xtask help` lists them.

mod bench;
mod build;
mod command;
mod data;
mod environment;
mod fuzz;
mod generate;
mod serve;
mod setup;
mod shapes;
mod steps;
mod test;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use command::Outcome;
use steps::{Steps, say};

const HELP: &str = "\
cargo xtask serve [--dev] [--port N]  install what is missing, build and serve the page
cargo xtask test                      install what is missing and run every test
cargo xtask build [--dev] [--base URL]  the release page in dist/, compressed, with its sizes;
                                      with --dev unoptimised, for trying things; cards for other
                                      sites name the address at which it will be served
cargo xtask bundle                    the same: the single file dist/adit.html is made of the release page
cargo xtask data [--check]            regenerate data/*.json from the source tables
cargo xtask bench page [--runs N]     measure the built page beside a comparison page
cargo xtask bench all [--runs N]      time every mineral under every method beside numpy
cargo xtask bench shock [--runs N]    time a scenario's simulation, natively and in the page, beside numpy
cargo xtask bench partners [--runs N] time the search for partners, natively and in the page, beside scipy
cargo xtask fuzz [--inputs N] [--target NAME] [--on]
                                      made-up inputs for all that comes from outside, counted; with --on
                                      from where the last run ended
cargo xtask setup                     install what is missing, for all of these
cargo xtask env                       shell lines after which trunk works by itself:
                                      eval \"$(cargo xtask env)\"";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match root().and_then(|root| dispatch(&root, &words)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("xtask: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn dispatch(root: &Path, words: &[String]) -> Outcome {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut steps = Steps::default();
    match words[..] {
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        ["serve", ref options @ ..] => {
            let options = serve_options(options)?;
            let environment = setup::for_building(root, &mut steps)?;
            serve::run(&environment, &options)
        }
        ["test"] => test::run(root, &mut steps),
        ["build" | "bundle"] => {
            let environment = setup::for_building(root, &mut steps)?;
            build::run(root, &environment, &mut steps, None)
        }
        ["build", "--base", base] => {
            let environment = setup::for_building(root, &mut steps)?;
            build::run(root, &environment, &mut steps, Some(base))
        }
        ["build", "--dev"] => {
            let environment = setup::for_building(root, &mut steps)?;
            build::dev(root, &environment, &mut steps, None)
        }
        ["build", "--dev", "--base", base] => {
            let environment = setup::for_building(root, &mut steps)?;
            build::dev(root, &environment, &mut steps, Some(base))
        }
        ["data"] => generate::run(root, false),
        ["data", "--check"] => generate::run(root, true),
        ["bench", "page", ref more @ ..] => bench::page(root, &mut steps, more),
        ["bench", "all", ref more @ ..] => bench::all(root, &mut steps, more),
        ["bench", "shock", ref more @ ..] => bench::shock(root, &mut steps, more),
        ["bench", "partners", ref more @ ..] => bench::partners(root, &mut steps, more),
        ["fuzz", ref more @ ..] => fuzz::run(root, &mut steps, &fuzz::Options::read(more)?),
        ["setup"] => {
            let environment = setup::for_building(root, &mut steps)?;
            setup::for_testing(root, &mut steps)?;
            say(&format!(
                "everything is there; the page is built by {}",
                environment.describe()
            ));
            Ok(())
        }
        ["env"] => {
            let environment = setup::for_building(root, &mut steps)?;
            println!("{}", environment.exports());
            Ok(())
        }
        _ => Err(format!(
            "`{}` is not a task; these are:\n{HELP}",
            words.join(" ")
        )),
    }
}

fn serve_options(words: &[&str]) -> Outcome<serve::Options> {
    let mut options = serve::Options {
        dev: false,
        port: None,
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--dev" => options.dev = true,
            "--port" => {
                let port = words.next().and_then(|port| port.parse().ok());
                options.port = Some(port.ok_or("--port wants a number from 1 to 65535")?);
            }
            other => {
                return Err(format!(
                    "serve does not know `{other}`; it knows --dev, --port N"
                ));
            }
        }
    }
    Ok(options)
}

/// The repository's folder: cargo runs the tasks from anywhere inside it.
fn root() -> Outcome<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent()
        .map(Path::to_owned)
        .ok_or_else(|| "the tasks have no folder above them".to_owned())
}
