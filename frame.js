// In another's page: tells it how tall this one is, in the words that newsrooms' pages listen to. Fetched only there;
// it never scrolls or navigates the page around it, and says nothing but a height.
(function () {
  const query = new URLSearchParams(location.search), pym = query.get('childId');
  // Fitted to the frame, the page has no height of its own.
  const root = document.documentElement.dataset;
  if (parent == window || root.fit == 'true') return;

  // FNV-1a of the link: older hosts look the frame up by it (`id="datawrapper-chart-…"`).
  let hash = 0x811c9dc5;
  for (const letter of location.search) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  const id = 'adit' + hash.toString(36).padStart(7, '0');

  let told;
  function tell(again) {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // What stands in for a figure until it comes has a height that nobody should be told.
    if (!height || root.pending && !root.broken || height == told && !again) return;
    told = height;
    const messages = [
      { 'datawrapper-height': { [id]: height } },
      { sentinel: 'amp', type: 'embed-size', height },
      { type: 'embed-size', height },
    ];
    if (pym) messages.push(['pym', pym, 'height', height].join('xPYMx'));
    if (query.get('medium') == 'true') messages.push(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
    // A height is no secret, and a frame cannot know who frames it.
    for (const message of messages) parent.postMessage(message, '*');
  }

  // Hosts that came late ask.
  addEventListener('message', ({ source, data }) => {
    if (source == parent && ['embed-size-query', 'resize'].includes(data?.type ?? data)) tell(true);
  });
  // Links within the frame keep the name by which the host knows it.
  addEventListener('click', ({ target }) => {
    const link = pym && target.closest('a[href^="?"]:not([target])');
    if (link && !link.search.includes('childId=')) link.search += '&childId=' + encodeURIComponent(pym);
  }, true);
  function begin() {
    new ResizeObserver(() => tell()).observe(document.body);
    // Should the code not arrive, reloading the frame is no remedy.
    const full = new URLSearchParams(query);
    for (const dress of ['embed', 'plain', 'static', 'transparent', 'fit', 'controls', 'medium', 'childId']) full.delete(dress);
    const link = document.createElement('a');
    Object.assign(link, { href: '?' + full, target: '_blank', rel: 'noopener', textContent: 'Open it by itself' });
    document.querySelector('#broken p')?.replaceChildren('The code of this figure did not arrive in this page. ', link, '.');
  }
  if (document.readyState == 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
  addEventListener('load', () => tell());
  document.fonts?.ready.then(() => tell());
})();
