// Starts the program that answers the link: the map's, or the desk's, which has every view. The build minifies this,
// writes the names of both programs in, and puts it into the document's head, so that fetching starts while the
// document is still being read. In another's page it dresses the page as the link says: a figure alone, and no program
// at all for a still picture that the build wrote.
(function () {
  const map = 'ADIT_MAP', desk = 'ADIT_DESK', deskViews = ADIT_DESK_VIEWS;
  const root = document.documentElement, query = new URLSearchParams(location.search);
  const { embed, pending } = root.dataset, still = root.dataset.static == 'true' && !pending;
  let running;

  // Written, as only so the first frame waits for it.
  if (embed) document.write('<link rel="stylesheet" href="ADIT_DRESS">');
  if (embed && embed != 'view') {
    const part = `[data-part~="${embed}"]`;
    document.styleSheets[0].insertRule(`[data-embed="${embed}"] [data-part]:not(${part}){display:none!important}`);
    // A still picture of what is none has no program to say so.
    if (still) addEventListener('DOMContentLoaded', () => { document.querySelector(part) ?? (root.dataset.embed = 'view'); });
  }

  function fetched(name) {
    const code = import(name + '.js'), module_or_path = fetch(name + '_bg.wasm');
    return { code, module_or_path };
  }

  function fetchedDesk() {
    root.dataset.worker = desk + '-worker.js';
    root.dataset.files = 'ADIT_FILES';
    const styles = document.createElement('link');
    const styled = new Promise(done => { styles.onload = styles.onerror = done; });
    document.head.append(Object.assign(styles, { rel: 'stylesheet', href: desk + '.css' }));
    return { styled, ...fetched(desk) };
  }

  async function start({ code, module_or_path }) {
    const program = await code;
    await program.default({ module_or_path });
    return program;
  }

  // Puts the desk's program in the place of the map's, at the same state, in the same document.
  async function giveWay() {
    const { code, module_or_path, styled } = fetchedDesk();
    const compiled = WebAssembly.compileStreaming(module_or_path);
    await Promise.all([code, compiled, styled]);
    (await running)?.leave();
    return start({ code, module_or_path: compiled });
  }

  const isDesk = deskViews.includes(query.get('view')) || query.has('certificate');
  if (!still) {
    const first = isDesk ? fetchedDesk() : fetched(map);
    addEventListener('DOMContentLoaded', () => { running = start(first); });
  }
  // What readers take with them is in the desk's program only.
  addEventListener('click', event => {
    if (event.target.closest('.share')) adit.desk().then(desk => desk.share());
  });
  // Paper has no address bar, and nothing on it folds but the months, whose chart says as much.
  let folded = [];
  addEventListener('beforeprint', () => {
    document.querySelector('main').dataset.address = location.href;
    folded = [...document.querySelectorAll('main details:not([open]):has(table:not(#path-table))')];
    for (const one of folded) one.open = true;
  });
  addEventListener('afterprint', () => { for (const one of folded) one.open = false; });
  // A page around this one may speak to it, and is told how tall it is.
  if (parent != window) {
    document.head.append(Object.assign(document.createElement('script'), { src: 'ADIT_FRAME' }));
    import(desk + '-host.js');
  }
  window.adit = {
    // The desk's program, once it runs.
    desk() {
      if (!isDesk) this.whole ??= giveWay();
      return this.whole ?? running;
    },
  };
})();
