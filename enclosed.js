// Starts the single file, which opens from disk: the desk's program and every file that it reads stand in the
// document, packed, each in an element of its own, and are unpacked when asked for. The build minifies this and puts
// it into the file's head, in the place of boot.js.
(function () {
  const root = document.documentElement;

  // A saved view is where the file opens. Where the address may not name it, the history's entry does.
  const saved = document.querySelector('meta[name="adit:state"]').content;
  if (saved && history.state === null && !location.search) {
    try {
      history.replaceState(null, '', '?' + saved + location.hash);
    } catch {
      history.replaceState(saved, '');
    }
  }

  // The file is declared to have one byte a letter, so that any byte may stand in it, but for those that a reader of
  // HTML takes for something else: they follow a mark, with another bit.
  const mark = 0x1b, codes = new Uint8Array(0x10000);
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const letters = new TextDecoder('windows-1252').decode(bytes);
  for (const byte of bytes) codes[letters.charCodeAt(byte)] = byte;

  function written(name) {
    const element = document.getElementById('file:' + name);
    if (!element) throw new Error(`this file holds no ${name}`);
    return element.textContent;
  }

  function packed(name) {
    const text = written(name), into = new Uint8Array(text.length);
    let length = 0;
    for (let at = 0; at < text.length; at++) {
      let byte = codes[text.charCodeAt(at)];
      if (byte === mark) byte = codes[text.charCodeAt(++at)] ^ 0x40;
      into[length++] = byte;
    }
    return into.subarray(0, length);
  }

  async function unpacked(name) {
    const stream = new Blob([packed(name)]).stream().pipeThrough(new DecompressionStream('gzip'));
    try {
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      throw new Error(document.characterSet === 'windows-1252'
        ? `${name} was changed since this file was written; take a fresh copy`
        : `this file was read as ${document.characterSet}; open it from disk, as it was written`);
    }
  }

  const words = async name => new TextDecoder().decode(await unpacked(name));

  // This file itself, byte for byte as it was built: its document, without the outlines, which are packed too, and with
  // every packed file put back.
  async function itself() {
    const built = (await words('document')).replace(/(id="[^"]*") d="[^"]*"/g, '$1');
    const text = built.replace(/<script [^>]*id="file:([^">]+)">/g, (tag, name) => tag + written(name));
    const into = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) into[at] = codes[text.charCodeAt(at)];
    return into;
  }

  async function dress() {
    const built = new DOMParser().parseFromString(await words('document'), 'text/html');
    for (const one of built.querySelectorAll('[id][d]')) {
      document.getElementById(one.id).setAttribute('d', one.getAttribute('d'));
    }
    const styles = new CSSStyleSheet();
    document.adoptedStyleSheets = [await styles.replace(await words('desk.css'))];
  }

  async function start() {
    await dress();
    const [glue, worker, module_or_path] = await Promise.all(['desk.js', 'worker.js', 'desk.wasm'].map(unpacked));
    const address = parts => URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
    root.dataset.worker = address([worker]);
    const program = await import(address([glue]));
    await program.default({ module_or_path });
    return program;
  }

  // What the document holds for a program that stopped says why.
  function tell(error) {
    document.querySelector('#broken p').textContent = `This file cannot start: ${error.message}.`;
    throw error;
  }

  let running;
  addEventListener('DOMContentLoaded', () => { running = start().catch(tell); });
  addEventListener('click', event => {
    if (event.target.closest('.share')) adit.desk().then(desk => desk.share());
  });
  window.adit = {
    // The program, once it runs.
    desk: () => running,
    // The bytes of a file that this one holds.
    enclosed: async name => name === 'adit.html' ? itself() : unpacked(name),
  };
})();
