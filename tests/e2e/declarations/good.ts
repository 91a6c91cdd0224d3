// How the module is used: all of this compiles.
import { AditError, mount, version } from '../../../adit.js';
import type { Code, Events, Handle, Picture, Shown, State } from '../../../adit.js';

const one: 1 = version;
const place: Element = document.querySelector('#map')!;
const plain: Handle = mount(place);
const state: State = { view: 'dependence', mineral: 'gallium', year: 2023, importer: 'EU', country: null, step: '3' };
const handle = mount(place, {
  src: new URL('https://example.org/adit/'), state, title: 'Where gallium comes from', height: 500,
  sandbox: 'allow-scripts', timeout: 5000,
});

async function use(): Promise<Picture> {
  await handle.ready;
  const shown: Shown = await handle.setState('mineral=lithium&country=CHL');
  await handle.setState(shown.state);
  await handle.setState({ mineral: 'lithium', plain: true }, { lenient: true });
  const year: number = shown.shown.year + one;
  const { finding, alternative } = await handle.text();
  const { task, figures } = await handle.figures();
  if (task === 'figures' && typeof figures.hhi === 'object') console.log(finding, alternative, year, shown.problems?.length);
  await handle.setTheme('system');
  await handle.step('next');
  await handle.step(4);
  const picture = await handle.picture({ figure: 'trend', format: 'png', size: 640, scale: 2, theme: 'dark' });
  const bytes: number = picture.format === 'png' ? picture.data.size : picture.data.length;
  console.log(bytes, picture.height);
  return handle.picture({ size: '1200x628' });
}

const stop: () => void = handle.on('state-changed', ({ by, query, finding }) => {
  const who: 'host' | 'reader' = by;
  console.log(who, query.length, finding?.length);
});
handle.on('resize', ({ height }) => console.log(height.toFixed()));
handle.on('error', (error: Events['error']) => console.log(error.code));
stop();

use().catch((error: unknown) => {
  if (error instanceof AditError) {
    const code: Code = error.code;
    if (code === 'timeout') console.log(error.message);
  }
});
const frame: HTMLIFrameElement = plain.element;
frame.focus();
plain.destroy();
