//! The page on this machine, rebuilt and reloaded as its source changes.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::build;
use crate::command::Outcome;
use crate::environment::Environment;
use crate::steps::say;

/// trunk's own.
const PORT: u16 = 8080;

/// How the page is to be served.
pub(crate) struct Options {
    /// Unoptimised: compiles sooner, runs slower.
    pub(crate) dev: bool,
    /// The wanted port; without one, the first free from 8080.
    pub(crate) port: Option<u16>,
}

/// Builds and serves until interrupted; says the address once it answers.
pub(crate) fn run(environment: &Environment, options: &Options) -> Outcome {
    let port = match options.port {
        Some(port) if is_free(port) => port,
        Some(port) => return Err(format!("port {port} is taken; choose another with --port")),
        None => (PORT..PORT + 100)
            .find(|port| is_free(*port))
            .ok_or("no free port from 8080 to 8179; choose one with --port")?,
    };
    let mut trunk = build::trunk(environment);
    trunk.args(["serve", "--port", &port.to_string()]);
    if !options.dev {
        trunk.arg("--release");
    }
    say("==> building and serving (end with Ctrl+C)");
    let mut server = trunk
        .spawn()
        .map_err(|error| format!("trunk could not be started: {error}"))?;
    loop {
        match server.try_wait() {
            Ok(None) => {}
            Ok(Some(status)) => return Err(format!("trunk ended with {status} before it served")),
            Err(error) => return Err(format!("trunk was lost: {error}")),
        }
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            break;
        }
        thread::sleep(Duration::from_millis(200));
    }
    say(&format!("==> Adit is at http://127.0.0.1:{port}/"));
    let status = server
        .wait()
        .map_err(|error| format!("trunk was lost: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("trunk ended with {status}"))
    }
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
