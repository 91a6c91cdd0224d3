//! The pages that are measured, and how a reader chooses in each.

/// A page at its address, with its controls.
pub struct Subject<'a> {
    /// Where it is served.
    pub address: &'a str,
    /// Its controls, as an object of JavaScript: `prepare` does what a reader does before the choice,
    /// `choose` makes it, `shown` is a text that every choice changes.
    pub controls: &'static str,
    /// The controls of its views of importers, if it has such views.
    pub desk: Option<&'static str>,
    /// What recolours its map and does nothing else, in the form of controls, if it has that: a yardstick for the machine
    /// and its browser.
    pub colours: Option<&'static str>,
}

/// The mineral's list must be open for an option to be clicked; opening it is another step of the reader's.
const ADIT: &str = r"{
    prepare: async (kind) => {
        if (kind !== 'mineral') return;
        document.querySelector('#mineral').click();
        await globalThis.bench.nextFrame();
    },
    choose: (kind, value) => (kind === 'mineral'
        ? document.getElementById(`mineral-${value}`)
        : document.querySelector(`input[name=year][value='${value}']`)).click(),
    shown: () => document.querySelector('#finding').textContent
        + document.querySelector('#map ~ * .note, figcaption .note').textContent,
}";

/// A parameter is moved by its slider, which the reader has in view. Whatever is chosen changes the text somewhere.
const DESK: &str = r"{
    prepare: async (kind, value) => {
        if (kind === 'mineral') document.querySelector('#mineral').click();
        if (kind === 'parameter') {
            document.getElementById(value.split('=')[0]).scrollIntoView({ block: 'center' });
        }
        await globalThis.bench.nextFrame();
    },
    choose: (kind, value) => {
        if (kind === 'year') {
            document.querySelector(`input[name=year][value='${value}']`).click();
            return;
        }
        if (kind === 'mineral') {
            document.getElementById(`mineral-${value}`).click();
            return;
        }
        let [control, to] = [document.getElementById(kind), value];
        if (kind === 'parameter') {
            const [name, number] = value.split('=');
            control = document.getElementById(name).closest('.parameter').querySelector('[type=range]');
            to = number;
        }
        control.value = to;
        control.dispatchEvent(new Event('change', { bubbles: true }));
    },
    shown: () => document.querySelector('#content').textContent,
}";

const D3: &str = r"{
    prepare: async () => {},
    choose: (kind, value) => {
        const select = document.getElementById(kind);
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    shown: () => document.querySelector('#title').textContent,
}";

/// Every outline gets another colour; the value is the first one's place among them.
const D3_COLOURS: &str = r"{
    prepare: async () => {},
    choose: (kind, value) => {
        document.querySelectorAll('#map .country').forEach((shape, nth) => {
            shape.setAttribute('fill', d3.schemeBlues[6][(nth + Number(value)) % 6]);
        });
    },
    shown: () => document.querySelector('#map .country').getAttribute('fill'),
}";

impl<'a> Subject<'a> {
    /// Adit.
    pub fn adit(address: &'a str) -> Self {
        Self {
            address,
            controls: ADIT,
            desk: Some(DESK),
            colours: None,
        }
    }

    /// The comparison page.
    pub fn d3(address: &'a str) -> Self {
        Self {
            address,
            controls: D3,
            desk: None,
            colours: Some(D3_COLOURS),
        }
    }
}
