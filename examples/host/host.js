// A page that speaks to Adit by its module: buttons, events, and a story whose steps set what a frame shows as they come
// into view. Adit's address is the page's parameter `adit`, or the folder that adit.js came from.
import { mount } from './adit.js';

const src = new URLSearchParams(location.search).get('adit') ?? undefined;
const atlas = mount(document.querySelector('#atlas'), { src, title: 'Adit, set by the buttons above' });
const story = mount(document.querySelector('#story'), {
  src, state: 'embed=map&mineral=cobalt', title: 'Adit, set by the story beside it', height: 480,
});

// Buttons.
const said = document.querySelector('#said');
const say = text => { said.textContent = text; };
const fail = ({ code, message }) => say(`Refused (${code}): ${message}`);

for (const button of document.querySelectorAll('button[data-state]')) {
  button.addEventListener('click', async () => {
    try {
      const { shown } = await atlas.setState(button.dataset.state);
      const { finding } = await atlas.text();
      say(`${shown.name}, ${shown.year}: ${finding}`);
    } catch (error) {
      fail(error);
    }
  });
}

for (const button of document.querySelectorAll('button[data-theme]')) {
  button.addEventListener('click', () => atlas.setTheme(button.dataset.theme).catch(fail));
}

document.querySelector('#ask').addEventListener('click', async () => {
  try {
    const { task, figures } = await atlas.figures();
    say(`What adit ${task} --json prints has these parts: ${Object.keys(figures).join(', ')}`);
  } catch (error) {
    fail(error);
  }
});

document.querySelector('#draw').addEventListener('click', async () => {
  try {
    const { type, data, alternative } = await atlas.picture({ size: 640 });
    const picture = new Image();
    picture.alt = alternative;
    picture.src = `data:${type};charset=utf-8,${encodeURIComponent(data)}`;
    document.querySelector('#picture').replaceChildren(picture);
    say(alternative);
  } catch (error) {
    fail(error);
  }
});

// Events.
const heard = document.querySelector('#heard');
for (const type of ['ready', 'state-changed', 'error']) {
  atlas.on(type, data => {
    const line = document.createElement('li');
    line.textContent = type === 'state-changed' ? `${type}, by the ${data.by}: ${data.finding}` : `${type}: ${JSON.stringify(data)}`;
    heard.prepend(line);
  });
}

// The story: what is in the middle of the window is told, by whatever way the reader came there.
let told;
function tell(step) {
  if (step === told) return;
  told?.removeAttribute('aria-current');
  told = step;
  told.setAttribute('aria-current', 'step');
  story.setState(step.dataset.step).catch(fail);
}

const watch = new IntersectionObserver(entries => {
  const seen = entries.find(entry => entry.isIntersecting);
  if (seen) tell(seen.target);
}, { rootMargin: '-20% 0px -75% 0px' });

for (const step of document.querySelectorAll('.step')) {
  watch.observe(step);
  // By keyboard: who comes to a step's button has come to the step.
  for (const event of ['focusin', 'click']) step.addEventListener(event, () => tell(step));
}
