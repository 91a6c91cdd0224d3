//! What comes from outside, made up by a machine: links, texts, files, arguments.
//!
//! One program for all targets; the variable `ADIT_FUZZ` names the one to run. `cargo xtask fuzz` builds it with the
//! coverage that libFuzzer steers by, runs each target on its seeds (`corpus/`) with its words (`words/`) and says how
//! many inputs each took. A target fails by a panic, by more memory or time than an input may take, or by an assertion:
//! what was read must read the same again, and who is refused must be told something.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

// The command line's own code, of which the targets stop before the answer.
#[path = "../../src/bin/adit/alliance_arguments.rs"]
mod alliance_arguments;
#[path = "../../src/bin/adit/arguments.rs"]
mod arguments;
#[allow(dead_code)]
#[path = "../../src/bin/adit/assumed.rs"]
mod assumed;
#[allow(dead_code)]
#[path = "../../src/bin/adit/failure.rs"]
mod failure;
#[allow(dead_code)]
#[path = "../../src/bin/adit/question.rs"]
mod question;
#[path = "../../src/bin/adit/take_arguments.rs"]
mod take_arguments;
mod targets;
#[allow(dead_code)]
#[path = "../../src/bin/adit/told.rs"]
mod told;

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(targets::chosen);

fuzz_target!(|input: &[u8]| TARGET(input));
