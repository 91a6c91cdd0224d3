// The desk's program once more, in a worker. The page sends the compiled program; the build writes the script's name
// in here.
import start from './adit-desk.js';

addEventListener('message', ({ data }) => {
  // A program that cannot start is an error of the worker, which the page hears of.
  start({ module_or_path: data }).catch(reportError);
}, { once: true });
