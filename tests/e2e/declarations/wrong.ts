// How the module is not used: each line that is marked must fail to compile, and a mark over one that does not is an
// error of the compiler's too.
import { mount } from '../../../adit.js';

const place = document.body;
const handle = mount(place);

// @ts-expect-error a selector is no element
mount('#map');
// @ts-expect-error no such option
mount(place, { url: 'https://example.org/adit/' });
// @ts-expect-error a height is a number
mount(place, { height: '500px' });
// @ts-expect-error no such view
mount(place, { state: { view: 'atlas' } });
// @ts-expect-error no such word
handle.setState({ minerals: 'gallium' });
// @ts-expect-error a year is no date
handle.setState({ year: new Date() });
// @ts-expect-error no such way
handle.setState('mineral=gallium', { strict: true });
// @ts-expect-error no such colours
handle.setTheme('sepia');
// @ts-expect-error no such step
handle.step('first');
// @ts-expect-error no such format
handle.picture({ format: 'gif' });
// @ts-expect-error no such size
handle.picture({ size: '640x480' });
// @ts-expect-error a picture may be a text
handle.picture().then(({ data }) => data.arrayBuffer());
// @ts-expect-error no such event
handle.on('click', () => {});
// @ts-expect-error a change has no such part
handle.on('state-changed', ({ mineral }) => console.log(mineral));
// @ts-expect-error answers come later
handle.state().query.length;
// @ts-expect-error what is shown is not set by assignment
handle.state().then(shown => { shown.query = ''; });
// @ts-expect-error a finding may be missing
handle.on('state-changed', ({ finding }) => finding.length);
