//! The module's types, as TypeScript's own compiler reads them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The compiler: named by the tasks, or the newest that the set-up fetched.
fn compiler() -> PathBuf {
    if let Some(file) = env::var_os("ADIT_TSC") {
        return file.into();
    }
    let store = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/npm");
    let fetched = fs::read_dir(&store).into_iter().flatten().flatten();
    let newest = fetched
        .map(|entry| entry.path())
        .filter(|folder| {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("typescript-")
        })
        .max();
    let file = newest.unwrap_or(store).join("lib/tsc.js");
    assert!(
        file.is_file(),
        "{} is missing; `cargo xtask setup` fetches the compiler, ADIT_TSC may name another",
        file.display()
    );
    file
}

/// What the compiler says of a file, at its strictest; nothing when it is content.
fn says(file: &Path) -> String {
    let strict = [
        "--strict",
        "--exactOptionalPropertyTypes",
        "--noUncheckedIndexedAccess",
        "--noEmit",
        "--target",
        "es2022",
        "--module",
        "nodenext",
        "--skipLibCheck",
        "false",
    ];
    let output = Command::new("node")
        .arg(compiler())
        .args(strict)
        .arg(file)
        .output()
        .expect("node runs the compiler");
    assert_eq!(
        output.status.success(),
        output.stdout.is_empty(),
        "{output:?}"
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn declarations() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("declarations")
}

#[test]
fn the_modules_use_compiles_at_the_strictest() {
    assert_eq!(says(&declarations().join("good.ts")), "");
}

#[test]
fn each_wrong_use_fails_to_compile() {
    let file = declarations().join("wrong.ts");
    assert_eq!(says(&file), "");
    // Without the marks the compiler complains as often as there were marks.
    let source = fs::read_to_string(&file).expect("a readable file");
    let marks = source.matches("// @ts-expect-error").count();
    let bare = declarations().join("bare.ts");
    fs::write(&bare, source.replace("// @ts-expect-error", "//")).expect("a copy");
    let said = says(&bare);
    fs::remove_file(&bare).ok();
    assert!(marks > 10);
    assert_eq!(said.matches("error TS").count(), marks, "{said}");
}
