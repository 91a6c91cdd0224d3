// In another's page: hears its requests. The first one has the desk's program come, which carries them out; a page that
// nobody speaks to never fetches it. Requests are told apart by what they carry, and come from the page around this one
// and from no other; what they say is read, and refused, by the program.
const waiting = [];
let desk;

// The programs start when the document is read.
const read = new Promise(done => {
  if (document.readyState == 'loading') addEventListener('DOMContentLoaded', done);
  else done();
});

async function come() {
  try {
    await read;
    desk = await adit.desk();
    for (const [data, origin] of waiting.splice(0)) desk.hear(data, origin);
  } catch (error) {
    const message = 'the program that answers did not arrive (' + error.message + '); reload the frame';
    for (const [{ id }, origin] of waiting.splice(0)) {
      const reply = { source: 'adit', v: 1, id, type: 'reply', ok: false, error: { code: 'unavailable', message } };
      parent.postMessage(reply, origin == 'null' ? '*' : origin);
    }
  }
}

addEventListener('message', ({ source, origin, data }) => {
  if (source != parent || data?.source != 'adit') return;
  if (desk) desk.hear(data, origin);
  else if (waiting.push([data, origin]) == 1) come();
});

parent.postMessage({ source: 'adit', v: 1, type: 'ready', data: { version: 1 } }, '*');
