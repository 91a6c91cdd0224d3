// Has the page kept for the time without a network (sw.js), and says when it shows what was kept and when a newer
// version is there. Fetched once the page is usable; where it cannot work, it does nothing.
const root = document.documentElement;
const words = {
  en: {
    offline: 'Offline: figures as of ADIT_EDITION.',
    part: 'Only the map and what you have opened were kept; the rest needs a connection.',
    newer: 'A newer version is ready.',
    own: 'Figures of your own will have to be opened again.',
    use: 'Use it now',
    close: 'Close',
  },
};
const said = words[root.lang] ?? words.en;
const workers = navigator.serviceWorker;
const HOUR = 3_600_000;
// How long the server may take to say that there is nothing newer, in milliseconds.
const PATIENCE = 8000;
let isOffline = false;

const style = new CSSStyleSheet();
style.replaceSync('#offline{position:sticky;bottom:0;z-index:5;margin:0;display:flex;gap:.5rem 1rem;flex-wrap:wrap;' +
  'align-items:center}#offline:empty{display:none}#offline p{margin:0;flex:1 1 14rem}' +
  // What has the focus is not left behind it.
  'html:has(#offline>p){scroll-padding-bottom:6rem}');

// One notice at the lower edge; told anew, it says the new thing.
const notice = Object.assign(document.createElement('div'), { id: 'offline', className: 'notice' });
notice.setAttribute('role', 'status');

function tell(kind, text, buttons) {
  notice.dataset.kind = kind;
  const paragraph = Object.assign(document.createElement('p'), { textContent: text });
  notice.replaceChildren(paragraph, ...[...buttons, [said.close, hush]].map(([name, act]) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
    button.addEventListener('click', act);
    return button;
  }));
}

function hush() {
  notice.replaceChildren();
  delete notice.dataset.kind;
}

function ask(worker, question) {
  return new Promise(done => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage(question, [port2]);
  });
}

// A worker that waits brings another version, or the one that the page, fetched from its server, is already.
async function arrived(worker) {
  if (!workers.controller) return;
  if (await ask(worker, 'version') === root.dataset.version) {
    worker.postMessage('activate');
    return;
  }
  const text = document.querySelector('.notice.own') ? `${said.newer} ${said.own}` : said.newer;
  tell('newer', text, [[said.use, () => {
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage('activate');
  }]]);
}

function follow(worker) {
  if (worker.state === 'installed') arrived(worker);
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed') arrived(worker);
  });
}

// Asks the server for a newer version, and learns by it whether there is a server.
async function look(registration) {
  try {
    await Promise.race([registration.update(), new Promise((_, late) => setTimeout(late, PATIENCE))]);
    isOffline = false;
    if (notice.dataset.kind === 'offline') hush();
  } catch {
    if (!workers.controller || isOffline || notice.dataset.kind === 'newer') return;
    isOffline = true;
    const whole = await ask(workers.controller, 'whole');
    tell('offline', whole ? said.offline : `${said.offline} ${said.part}`, []);
  }
}

// The rest of what is to be kept, in the background, unless the reader's line is to be spared.
async function rest() {
  const line = navigator.connection;
  if (line?.saveData || /2g/.test(line?.effectiveType) || !navigator.onLine) return;
  if (await ask(workers.controller, 'rest')) root.dataset.kept = 'true';
}

async function start() {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  document.body.append(notice);
  workers.addEventListener('controllerchange', rest);
  if (workers.controller) rest();
  // To register again would wait for a server that does not answer.
  const known = await workers.getRegistration();
  const isOurs = known?.scope === new URL('./', location.href).href;
  const registration = isOurs ? known : await workers.register('./sw.js', { updateViaCache: 'none' });
  registration.addEventListener('updatefound', () => follow(registration.installing));
  for (const worker of [registration.installing, registration.waiting]) if (worker) follow(worker);
  if (isOurs) look(registration);
  for (const event of ['online', 'offline']) addEventListener(event, () => look(registration));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look(registration);
  });
  setInterval(look, HOUR, registration);
}

if (workers) start().catch(() => {});
