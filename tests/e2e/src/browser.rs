//! One Chromium, headless, with a profile of its own that goes when it ends.

use std::env;
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};

use crate::connection::Connection;
use crate::tab::Tab;

/// Nothing but what the tests open: no window, no background traffic, no first-run pages.
const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage \
     --no-first-run --no-default-browser-check --disable-background-networking \
     --disable-component-update --disable-sync --disable-default-apps --mute-audio \
     --hide-scrollbars --lang=en-US --force-color-profile=srgb";

/// The browser's descriptors 3 and 4 are the protocol's pipe. The shell that starts it outlives it
/// and takes the profile away, however the test ended.
const START: &str = r#"
profile=$(mktemp -d "${TMPDIR:-/tmp}/adit-browser-XXXXXX") || exit 1
trap '' INT TERM
"$CHROME" $FLAGS --remote-debugging-pipe --user-data-dir="$profile" about:blank 3<&0 4>&1 0</dev/null 1>/dev/null
rm -rf "$profile"
"#;

/// A running browser; it ends when its last handle and tab are gone.
#[derive(Clone)]
pub struct Browser {
    connection: Connection,
}

impl Browser {
    /// The browser of this test program, started at first use.
    #[track_caller]
    pub fn shared() -> Arc<Self> {
        static SHARED: OnceLock<Arc<Browser>> = OnceLock::new();
        Arc::clone(SHARED.get_or_init(|| Arc::new(Self::start(""))))
    }

    /// A browser of one's own, with further flags.
    #[track_caller]
    #[must_use]
    #[expect(
        clippy::zombie_processes,
        reason = "the shell ends by itself when the last handle closes the browser's pipe"
    )]
    pub fn start(more: &str) -> Self {
        let chrome = env::var_os("CHROME").unwrap_or_else(|| "chromium".into());
        let started = Command::new("sh")
            .args(["-c", START])
            .env("CHROME", &chrome)
            .env("FLAGS", format!("{FLAGS} {more}"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Its own log speaks of missing buses and graphics; what matters comes by the pipe.
            .stderr(Stdio::null())
            .spawn();
        let mut shell = started.unwrap_or_else(|error| panic!("no shell: {error}"));
        let (Some(to), Some(from)) = (shell.stdin.take(), shell.stdout.take()) else {
            panic!("the browser's pipe was not made");
        };
        let browser = Self {
            connection: Connection::new(to, from),
        };
        let version = browser
            .connection
            .call(None, "Browser.getVersion", &serde_json::json!({}));
        if let Err(error) = version {
            panic!(
                "{} did not start ({error}); install Chromium or name its program in CHROME",
                chrome.display()
            );
        }
        browser
    }

    /// A new tab, with no cookies, history or cache from any other.
    #[track_caller]
    #[must_use]
    pub fn tab(&self) -> Tab {
        match Tab::open(self.connection.clone()) {
            Ok(tab) => tab,
            Err(error) => panic!("no tab: {error}"),
        }
    }
}
