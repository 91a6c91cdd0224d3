// Gives Adit's frames the height of what they show. For pages that embed them as
// <iframe class="adit-embed" …> and have no such script yet; once in a page is enough.
(function () {
  const LEAST = 60, MOST = 6000;
  const frames = () => document.querySelectorAll('iframe.adit-embed');
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== 'embed-size' || !(data.height > 0)) return;
    // By its window and not by its address: a sandboxed frame has none that could be compared.
    for (const frame of frames()) {
      if (frame.contentWindow === source) {
        frame.style.height = Math.min(Math.max(Math.ceil(data.height), LEAST), MOST) + 'px';
      }
    }
  });
  // Frames that told their height before this script came.
  for (const frame of frames()) frame.contentWindow.postMessage({ type: 'embed-size-query' }, '*');
})();
