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

const SOURCE = 'adit';
const EVENTS = ['ready', 'state-changed', 'resize', 'error'];
const PLACES = { title: 'Adit: who holds the world’s critical minerals', height: 720, least: 60, most: 6000 };
const SANDBOX = 'allow-scripts allow-same-origin allow-downloads allow-popups';

/** Puts Adit into an element, or takes over an iframe of it that is there already. */
export function mount(element, options = {}) {
  if (!(element instanceof Element)) throw new AditError('bad-element', 'mount: give the element to mount into');
  const known = ['src', 'state', 'title', 'height', 'sandbox', 'timeout'];
  const odd = Object.keys(options).find(key => !known.includes(key));
  if (odd) throw new AditError('bad-option', `${odd}: no option; these are known: ${known.join(', ')}`);
  const { timeout = 30000 } = options;
  const taken = element instanceof HTMLIFrameElement;
  const frame = taken ? element : made(element, options);
  const waiting = new Map(), listeners = new Map(EVENTS.map(type => [type, new Set()]));
  let last = 0, gone = false, listening = false, greeted;
  const ready = new Promise(done => { greeted = done; });

  function hear({ source, data }) {
    // By its window: the origin of a sandboxed frame is hidden.
    if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return;
    if (data.type === 'embed-size' && data.height > 0) return resize(data.height);
    if (data.source !== SOURCE || data.v !== version) return;
    if (data.type === 'reply') return settle(data);
    if (data.type === 'ready') greeted();
    tell(data.type, data.data);
  }

  function resize(height) {
    const fitted = Math.min(Math.max(Math.ceil(height), PLACES.least), PLACES.most);
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
    greeted();
    if (ok) asked.resolve(data);
    else asked.reject(new AditError(error.code, error.message));
  }

  function post(message) {
    // The frame makes sure of us; what we ask it is no secret.
    frame.contentWindow?.postMessage({ source: SOURCE, v: version, ...message }, '*');
  }

  function ask(type, data) {
    if (gone) return Promise.reject(new AditError('destroyed', `${type}: this handle was destroyed; mount another`));
    listening = true;
    return new Promise((resolve, reject) => {
      const id = ++last;
      const fail = (code, message) => {
        waiting.delete(id);
        clearTimeout(timer);
        reject(new AditError(code, message));
      };
      const timer = setTimeout(() => fail('timeout', `${type}: the frame did not answer within ${timeout} ms; `
        + `is ${frame.src} the address of Adit, and may it be framed here?`), timeout);
      waiting.set(id, { resolve, reject, timer, fail });
      // What was said to a frame that does not listen yet would be lost.
      ready.then(() => {
        if (!waiting.has(id)) return;
        try {
          post({ id, type, data });
        } catch (error) {
          fail('not-plain', `${type}: ${error.message}; send objects, lists, texts and numbers`);
        }
      });
    });
  }

  addEventListener('message', hear);
  if (taken) {
    // It may have said that it is ready before anybody heard: a question until it answers is as good.
    const knock = () => { if (!gone) post({ id: 0, type: 'ping' }); };
    waiting.set(0, { resolve() {}, reject() {}, fail() {} });
    listening = true;
    knock();
    frame.addEventListener('load', knock);
    ready.then(() => frame.removeEventListener('load', knock));
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
      // Events of the state go to those who have spoken.
      if (!listening && ['state-changed', 'error'].includes(type)) ask('ping').catch(() => {});
      return () => { heard.delete(listener); };
    },
    destroy() {
      if (gone) return;
      gone = true;
      removeEventListener('message', hear);
      for (const { fail } of [...waiting.values()]) fail('destroyed', 'the handle was destroyed before the frame answered');
      for (const heard of listeners.values()) heard.clear();
      if (!taken) frame.remove();
    },
  };
}

/** The frame, at a link. */
function made(element, { src, state = '', title = PLACES.title, height = PLACES.height, sandbox = SANDBOX }) {
  const frame = document.createElement('iframe');
  const address = new URL(src ?? './', src ? document.baseURI : import.meta.url);
  const words = typeof state === 'string' ? new URLSearchParams(state) : Object.entries(state);
  for (const [key, value] of words) {
    if (value !== null && value !== undefined) address.searchParams.set(key, value);
  }
  Object.assign(frame, { src: address, title, loading: 'lazy', referrerPolicy: 'no-referrer', height });
  frame.allow = 'clipboard-write; web-share; fullscreen';
  frame.setAttribute('sandbox', sandbox);
  Object.assign(frame.style, { width: '0', minWidth: '100%', border: '0', display: 'block' });
  element.append(frame);
  return frame;
}
