// The desk's program once more, in a worker. The browser has its files already; the build writes their names in here.
import start from './adit-desk.js';

// A program that cannot start is an error of the worker, which the page hears of.
start({ module_or_path: new URL('./adit-desk_bg.wasm', import.meta.url) }).catch(reportError);
