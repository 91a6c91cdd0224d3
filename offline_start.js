// Once the page is usable and has had a moment of its own, what keeps it for the time without a network; not in frames.
if (top === self) new MutationObserver((_, seen) => {
  seen.disconnect();
  setTimeout(() => import('ADIT_OFFLINE').catch(() => {}), 3000);
}).observe(document.documentElement, { attributeFilter: ['data-ready'] });
