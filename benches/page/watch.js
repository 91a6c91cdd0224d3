// Runs before anything of the document does, the same in both pages: notes when the map is on the screen,
// when the page can be used, and every task that held the main thread for more than 50 ms.
(() => {
  const notes = { tasks: [], picture: null, usable: null };
  // How long after it is usable a page may still put its map on the screen, in milliseconds.
  const GRACE = 500;
  const now = () => performance.now();

  // The time of the next task of the main thread. A frame's style, layout and paint belong to the task of
  // its animation callbacks, so that after one of those this is when the frame is done.
  const nextTask = () => new Promise(done => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); done(now()); };
    port2.postMessage(null);
  });
  const nextFrame = () => new Promise(done => requestAnimationFrame(done));

  new PerformanceObserver(list => notes.tasks.push(...list.getEntries()
    .map(({ startTime, duration }) => [startTime, duration])))
    .observe({ type: "longtask", buffered: true });

  const isDrawn = () => {
    if (document.querySelectorAll("#map [data-c], #map .country").length < SHAPES) return false;
    const { top, width, height } = document.querySelector("#map").getBoundingClientRect();
    return width > 0 && height > 0 && top < innerHeight;
  };
  const look = () => {
    if (isDrawn()) nextTask().then(time => { notes.picture = time; });
    // Views without a map are not searched for one for ever, which later measurements would pay for.
    else if (now() < (notes.usable ?? Infinity) + GRACE) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  // Usable is when the next event would be answered: the first task after the sign, not the sign itself.
  const usable = new Promise(done => {
    const isReady = () => document.documentElement?.dataset.ready === "true";
    const signs = new MutationObserver(() => {
      if (!isReady()) {
        watch();
        return;
      }
      signs.disconnect();
      nextTask().then(time => { notes.usable = time; done(time); });
    });
    const watch = () => {
      const root = document.documentElement;
      if (root) signs.observe(root, { attributes: true, attributeFilter: ["data-ready"] });
      else signs.observe(document, { childList: true });
    };
    watch();
  });

  globalThis.bench = { notes, usable, now, nextTask, nextFrame };
})();
