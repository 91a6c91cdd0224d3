// One choice after the other through the page's own controls, and what each costs up to the frame that
// shows it: `work` is the main thread's time, `answer` the part of it before that frame begins, `wall` the
// clock's time, with the wait for the screen's next beat.
async ({ steps, page }) => {
  const { now, nextTask, nextFrame } = globalThis.bench;
  const pause = time => new Promise(done => setTimeout(done, time));
  // Until nothing in the document has changed for a while: what a page does at leisure belongs to no choice.
  const rested = () => new Promise(done => {
    let timer;
    const observer = new MutationObserver(() => wait());
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { observer.disconnect(); done(); }, 250);
    };
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    wait();
  });

  const timed = async act => {
    // First in the frame, before any callback that the choice asks for.
    const frame = nextFrame().then(async () => {
      const began = now();
      return { began, ended: await nextTask() };
    });
    const start = now();
    act();
    const answered = await nextTask();
    const { began, ended } = await frame;
    const answer = Math.min(answered, began) - start;
    return { work: answer + (ended - began), answer, wall: ended - start };
  };

  await page.prepare(steps.first.kind, steps.first.value);
  page.choose(steps.first.kind, steps.first.value);

  const results = [];
  for (const [nth, { kind, value }] of steps.timed.entries()) {
    await page.prepare(kind, value);
    await rested();
    // The choices fall on the beat as a reader's do: anywhere, evenly.
    await pause((nth * 7) % 17);
    const before = page.shown();
    const result = await timed(() => page.choose(kind, value));
    if (page.shown() === before) throw new Error(`${kind} ${value}: nothing changed`);
    results.push({ kind, ...result });
  }
  return results;
}
