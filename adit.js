// Adit in a page of your own: `import { mount } from '…/adit.js'`. The types are in adit.d.ts, the words in
// docs/host-api.md. It makes a frame and speaks to it by messages; nothing of the map runs in your document.

/** The version of the messages. */
export const version = 1;

/** Why a request was refused: `code` is for programs, `message` for people. */
export class AditError extends Error {
  constructor(code, message) {
    super(message);
    this.name = 'AditError';
    this.code = code;
  }
}

const OPTIONS = ['src', 'state', 'title', 'height', 'sandbox', 'timeout'];
const EVENTS = ['ready', 'state-changed', 'resize', 'error'];
const LEAST = 60, MOST = 6000;

/** Puts Adit into an element, or takes over an iframe of it that is there already. */
export function mount(element, options = {}) {
  if (!(element instanceof Element)) throw new AditError('bad-element', 'mount: give the element to mount into');
  const odd = Object.keys(options).find(key => !OPTIONS.includes(key));
  if (odd) throw new AditError('bad-option', `${odd}: no option; these are known: ${OPTIONS.join(', ')}`);
  const { timeout = 30000 } = options;
  const taken = element instanceof HTMLIFrameElement;
  const frame = taken ? element : made(options);
  const waiting = new Map(), listeners = new Map(EVENTS.map(type => [type, new Set()]));
  let last = 0, hears = false, follows = false, gone = false, greet;
  const ready = new Promise(done => { greet = done; });

  function hear({ source, data }) {
    // By its window: the origin of a sandboxed frame is hidden.
    if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return;
    if (data.type === 'embed-size' && data.height > 0) resize(data.height);
    if (data.source !== 'adit' || data.v !== version) return;
    if (data.type === 'ready') arrive();
    if (data.type === 'reply') settle(data);
    else tell(data.type, data.data);
  }

  // A document in the frame hears requests: the first, or one to which the reader went.
  function arrive() {
    const again = hears;
    hears = true;
    greet();
    for (const { message } of waiting.values()) post(message);
    if (again && follows) changed().catch(() => {});
  }

  // What another document in the frame shows; by asking, events go to us again.
  async function changed() {
    const [state, { title, finding }] = await Promise.all([ask('get-state'), ask('get-text')]);
    tell('state-changed', { ...state, by: 'reader', title, finding });
  }

  function resize(height) {
    const fitted = Math.min(Math.max(Math.ceil(height), LEAST), MOST);
    if (!taken) frame.style.height = fitted + 'px';
    tell('resize', { height: fitted });
  }

  function tell(type, data) {
    for (const listener of [...(listeners.get(type) ?? [])]) listener(data);
  }

  function settle({ id, ok, data, error }) {
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    clearTimeout(asked.timer);
    if (!hears) arrive();
    if (ok) asked.resolve(data);
    else asked.reject(new AditError(error.code, error.message));
  }

  function post(message) {
    // Who is in the frame makes sure of us; what we ask is no secret.
    frame.contentWindow?.postMessage({ source: 'adit', v: version, ...message }, '*');
  }

  function ask(type, data) {
    if (gone) return Promise.reject(new AditError('destroyed', `${type}: this handle was destroyed; mount another`));
    follows = true;
    // Who asks does not wait for the reader to come near.
    if (!hears) frame.loading = 'eager';
    return new Promise((resolve, reject) => {
      const message = { id: ++last, type, data };
      const fail = (code, text) => {
        waiting.delete(message.id);
        clearTimeout(timer);
        reject(new AditError(code, `${type}: ${text}`));
      };
      const timer = setTimeout(() => fail('timeout', `the frame did not answer within ${timeout} ms; `
        + `is ${frame.src} the address of Adit, and may it be framed here?`), timeout);
      try {
        // A frame that does not hear yet is told when it does; here it only shows whether the message can be sent.
        if (hears) post(message);
        else structuredClone(data);
        waiting.set(message.id, { message, resolve, reject, timer, fail });
      } catch (error) {
        fail('not-plain', `${error.message}; send objects, lists, texts and numbers`);
      }
    });
  }

  addEventListener('message', hear);
  // A frame that was there may have said that it hears before anybody listened.
  if (taken) {
    ask('ping').catch(() => {});
    post(waiting.get(last).message);
  } else {
    element.append(frame);
  }

  return {
    element: frame,
    ready,
    state: () => ask('get-state'),
    setState: (state, { lenient = false } = {}) => ask('set-state', { state, lenient }),
    text: () => ask('get-text'),
    figures: () => ask('get-figures'),
    picture: wish => ask('get-picture', wish),
    setTheme: theme => ask('set-theme', theme),
    step: step => ask('step', step),
    on(type, listener) {
      const heard = listeners.get(type);
      if (!heard) throw new AditError('bad-event', `${type}: no event; these are known: ${EVENTS.join(', ')}`);
      heard.add(listener);
      // Changes are told to those who have spoken.
      if (type === 'state-changed' && !follows) ask('ping').catch(() => {});
      return () => { heard.delete(listener); };
    },
    destroy() {
      if (gone) return;
      gone = true;
      removeEventListener('message', hear);
      for (const { fail } of [...waiting.values()]) fail('destroyed', 'the handle was destroyed before the answer came');
      for (const heard of listeners.values()) heard.clear();
      if (!taken) frame.remove();
    },
  };
}

/** A frame of Adit at a link. */
function made({ src, state = '', title = 'Adit: who holds the world’s critical minerals', height = 720, sandbox }) {
  const address = new URL(src ?? './', src ? document.baseURI : import.meta.url);
  const words = typeof state === 'string' ? new URLSearchParams(state) : Object.entries(state);
  for (const [word, value] of words) {
    if (value !== null && value !== undefined) address.searchParams.set(word, value);
  }
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: address, title, height, loading: 'lazy', referrerPolicy: 'no-referrer' });
  // A browser warns of what it does not know.
  frame.allow = 'clipboard-write; fullscreen' + ('share' in navigator ? '; web-share' : '');
  // A frame of this page's own origin could undo its sandbox, and gets none.
  const usual = address.origin === location.origin ? '' : 'allow-scripts allow-same-origin allow-downloads allow-popups';
  if (sandbox ?? usual) frame.setAttribute('sandbox', sandbox ?? usual);
  Object.assign(frame.style, { display: 'block', width: '0', minWidth: '100%', border: '0' });
  return frame;
}
