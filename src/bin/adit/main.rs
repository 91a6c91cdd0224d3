//! The command line: the page's engine, natively.
//!
//! `adit figures` prints one mineral's figures, `all` every mineral under every method, `explain` a figure's
//! derivation, `shock` what a scenario does, `partners` and `alliance` who could help, `burden` what that would ask of
//! people and nature, `study` the claims of the study that it starts from, `validate` checks a data set, `template`
//! prints a CSV for figures of one's own, `render` paints a figure, `package` puts a view into a ZIP file, `cite` says
//! how to cite it, `pages` writes cards for other sites, `certify` adds its figures to a link and `verify` computes
//! them anew.
//! Each speaks to people, and with `--json` to programs; words and values are those of links.

#[cfg(not(target_arch = "wasm32"))]
mod all;
#[cfg(not(target_arch = "wasm32"))]
mod alliance;
#[cfg(not(target_arch = "wasm32"))]
mod alliance_arguments;
#[cfg(not(target_arch = "wasm32"))]
mod arguments;
#[cfg(not(target_arch = "wasm32"))]
mod assumed;
#[cfg(not(target_arch = "wasm32"))]
mod burden;
#[cfg(not(target_arch = "wasm32"))]
mod card;
#[cfg(not(target_arch = "wasm32"))]
mod cite;
#[cfg(not(target_arch = "wasm32"))]
mod explain;
#[cfg(not(target_arch = "wasm32"))]
mod failure;
#[cfg(not(target_arch = "wasm32"))]
mod figures;
#[cfg(not(target_arch = "wasm32"))]
mod library;
#[cfg(not(target_arch = "wasm32"))]
mod lines;
#[cfg(not(target_arch = "wasm32"))]
mod looked;
#[cfg(not(target_arch = "wasm32"))]
mod package;
#[cfg(not(target_arch = "wasm32"))]
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod partners;
#[cfg(not(target_arch = "wasm32"))]
mod png;
#[cfg(not(target_arch = "wasm32"))]
mod question;
#[cfg(not(target_arch = "wasm32"))]
mod render;
#[cfg(not(target_arch = "wasm32"))]
mod shock;
#[cfg(not(target_arch = "wasm32"))]
mod shock_text;
#[cfg(not(target_arch = "wasm32"))]
mod study;
#[cfg(not(target_arch = "wasm32"))]
mod take_arguments;
#[cfg(not(target_arch = "wasm32"))]
mod template;
#[cfg(not(target_arch = "wasm32"))]
mod told;
#[cfg(not(target_arch = "wasm32"))]
mod validate;
#[cfg(not(target_arch = "wasm32"))]
mod verify;

/// The page's target has no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use arguments::{Arguments, Task};
    use clap::Parser as _;
    use std::io::Write as _;

    let arguments = Arguments::parse();
    let answer = match &arguments.task {
        Task::Figures(asked) => figures::run(asked),
        Task::All(asked) => all::run(asked),
        Task::Explain(asked) => explain::run(asked),
        Task::Shock(asked) => shock::run(asked),
        Task::Partners(asked) => partners::run(asked),
        Task::Alliance(asked) => alliance::run(asked),
        Task::Burden(asked) => burden::run(asked),
        Task::Study(asked) => study::run(asked),
        Task::Validate(asked) => validate::run(asked),
        Task::Template(asked) => template::run(asked),
        Task::Render(asked) => render::run(asked),
        Task::Pages(asked) => pages::run(asked),
        Task::Certify(asked) => verify::certify(asked),
        Task::Verify(asked) => verify::verify(asked),
        Task::Package(asked) => package::run(asked),
        Task::Cite(asked) => cite::run(asked),
    };
    let printed = answer.and_then(|text| {
        // A reader that closes the pipe early, such as `head`, has seen what it wanted.
        match writeln!(std::io::stdout(), "{}", text.trim_end()) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(
                failure::Failure::problem(format!("the answer could not be written: {error}")),
            ),
            _ => Ok(()),
        }
    });
    match printed {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
