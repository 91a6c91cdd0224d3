// Keeps the page for readers without a network: every file of one version, never files of two. The build writes in the
// version and its files: those of a first visit, which come with it, and the rest, which the page asks for when it is
// at rest (offline.js).
const VERSION = 'ADIT_VERSION', CACHE = 'adit-' + VERSION;
const FIRST = ADIT_FIRST, REST = ADIT_REST;
// How long the server may take to answer before what was kept is shown, in milliseconds.
const PATIENCE = 3000;
const page = new URL('./', location.href);
const own = new Set([...FIRST, ...REST].map(path => new URL(path, page).href));

addEventListener('install', event => event.waitUntil(
  caches.open(CACHE).then(cache => keepDocument(cache)).then(() => keep(FIRST)),
));

addEventListener('activate', event => event.waitUntil(Promise.all([forget(), clients.claim()])));

addEventListener('message', event => {
  const { data, ports: [reply] } = event;
  if (data === 'activate') skipWaiting();
  if (data === 'version') reply.postMessage(VERSION);
  if (data === 'rest') event.waitUntil(keep(REST).then(() => reply.postMessage(true), () => reply.postMessage(false)));
  if (data === 'whole') event.waitUntil(isWhole().then(whole => reply.postMessage(whole)));
});

addEventListener('fetch', event => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== page.origin) return;
  if (request.mode === 'navigate') {
    // Other documents of the folder are no concern of this one.
    if ([page.pathname, page.pathname + 'index.html'].includes(pathname)) event.respondWith(newest(request));
  } else if (/-[0-9a-f]{16}/.test(pathname)) {
    event.respondWith(lasting(request));
  }
});

// The document of this version and no other: its server may be in the middle of a change.
async function keepDocument(cache) {
  const response = await fetch(page, { cache: 'no-cache' });
  const text = await response.clone().text();
  if (!response.ok || !text.includes(`data-version="${VERSION}"`)) throw new Error('the page is of another version');
  await cache.put(page, response);
}

// Names change with what they name, so that what an earlier version kept is not fetched again.
async function keep(paths) {
  const cache = await caches.open(CACHE);
  for (const path of paths) {
    const address = new URL(path, page);
    if (await cache.match(address, { ignoreVary: true })) continue;
    const response = await caches.match(address, { ignoreVary: true }) ?? await fetch(address, { priority: 'low' });
    if (!response.ok) throw new Error(`${path}: the server said ${response.status}`);
    await cache.put(address, response);
  }
}

async function isWhole() {
  const cache = await caches.open(CACHE);
  return (await cache.keys()).length > own.size;
}

// Tabs that still show the version before this one may ask for its files.
async function forget() {
  const kept = (await caches.keys()).filter(name => name.startsWith('adit-') && name !== CACHE);
  await Promise.all(kept.slice(0, -1).map(name => caches.delete(name)));
}

// The document as its server has it now, or, where nothing answers in time, as it was kept.
async function newest(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(page, { ignoreVary: true });
    if (!kept) throw error;
    return kept;
  }
}

async function lasting(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && own.has(request.url)) {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}
