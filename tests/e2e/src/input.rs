//! A reader's hands: pointer and keys, as the browser itself would receive them.

use serde_json::{Value, json};

use crate::tab::Tab;

impl Tab {
    /// Moves the pointer to the middle of the element.
    #[track_caller]
    pub fn hover(&self, selector: &str) {
        let (x, y) = self.middle(selector);
        self.pointer("mouseMoved", x, y);
    }

    /// Clicks the middle of the element, scrolled into view.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let (x, y) = self.middle(selector);
        self.click_at(x, y);
    }

    /// Clicks a point of the view, in CSS pixels.
    #[track_caller]
    pub fn click_at(&self, x: f64, y: f64) {
        self.pointer("mouseMoved", x, y);
        self.pointer("mousePressed", x, y);
        self.pointer("mouseReleased", x, y);
    }

    /// Turns the wheel over the element, down for positive distances in CSS pixels.
    #[track_caller]
    pub fn wheel(&self, selector: &str, distance: f64) {
        let (x, y) = self.middle(selector);
        let params =
            json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": distance });
        self.must("Input.dispatchMouseEvent", &params);
    }

    /// Types text into whatever has the focus, letter by letter.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        for letter in text.chars() {
            let letter = letter.to_string();
            self.key(&json!({ "type": "keyDown", "text": letter, "key": letter }));
            self.key(&json!({ "type": "keyUp", "key": letter }));
        }
    }

    /// Presses a key by its name (`Tab`, `Enter`, `ArrowDown`, ...), `Shift+` before it if held.
    #[track_caller]
    pub fn press(&self, name: &str) {
        let (shift, name) = match name.strip_prefix("Shift+") {
            Some(name) => (8, name),
            None => (0, name),
        };
        let (code, text) = match name {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            " " => (32, " "),
            "PageUp" => (33, ""),
            "PageDown" => (34, ""),
            "End" => (35, ""),
            "Home" => (36, ""),
            "ArrowLeft" => (37, ""),
            "ArrowUp" => (38, ""),
            "ArrowRight" => (39, ""),
            "ArrowDown" => (40, ""),
            "Backspace" => (8, ""),
            "Delete" => (46, ""),
            "+" => (187, "+"),
            "-" => (189, "-"),
            other => panic!("no such key: {other}"),
        };
        let mut down = json!({
            "type": if text.is_empty() { "rawKeyDown" } else { "keyDown" }, "key": name,
            "code": name, "windowsVirtualKeyCode": code, "modifiers": shift,
        });
        if !text.is_empty() {
            down["text"] = json!(text);
        }
        self.key(&down);
        self.key(&json!({
            "type": "keyUp", "key": name, "code": name, "windowsVirtualKeyCode": code,
            "modifiers": shift,
        }));
    }

    #[track_caller]
    fn key(&self, params: &Value) {
        self.must("Input.dispatchKeyEvent", params);
    }

    #[track_caller]
    fn pointer(&self, kind: &str, x: f64, y: f64) {
        let (button, count) = if kind == "mouseMoved" {
            ("none", 0)
        } else {
            ("left", 1)
        };
        let params = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": count });
        self.must("Input.dispatchMouseEvent", &params);
    }

    /// Where to point: the middle of the element's first visible box.
    #[track_caller]
    fn middle(&self, selector: &str) -> (f64, f64) {
        let found = self.script(&format!(
            "(() => {{ const element = document.querySelector({});
                if (!element) return null;
                element.scrollIntoView({{ block: 'nearest', inline: 'nearest', behavior: 'instant' }});
                const box = element.getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2, box.width * box.height]; }})()",
            json!(selector)
        ));
        match (found[0].as_f64(), found[1].as_f64(), found[2].as_f64()) {
            (Some(x), Some(y), Some(area)) if area > 0.0 => (x, y),
            (Some(_), ..) => panic!("{selector} has no size at {}", self.address()),
            _ => panic!("no {selector} at {}", self.address()),
        }
    }
}
