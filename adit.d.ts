// The types of adit.js, version 1. The words of states are those of the page's links.

/** The version of the messages. */
export declare const version: 1;

/** Puts Adit into an element, or takes over an iframe of it that is there already. */
export declare function mount(element: Element, options?: Options): Handle;

/** How the page is mounted. */
export interface Options {
  /** The address of Adit; left out, the folder that adit.js came from. */
  src?: string | URL;
  /** What is shown first: a link's query string, or its words. */
  state?: string | State;
  /** The frame's title, which those who do not see it hear. */
  title?: string;
  /** The frame's height in CSS pixels until it tells its own. */
  height?: number;
  /** What the frame may do: the tokens of the attribute `sandbox`; `allow-scripts` must be among them. */
  sandbox?: string;
  /** How long an answer is waited for, in milliseconds. */
  timeout?: number;
}

/** The views. */
export type View = 'map' | 'minerals' | 'dependence' | 'shock' | 'alliances' | 'study' | 'data';

/** The colours. */
export type Theme = 'light' | 'dark';

/** A word that is on or off. */
export type Flag = boolean | 'true' | 'false' | null;

/** The words of a link. `null` puts one back to its default. */
export interface State {
  view?: View | null;
  /** A mineral's slug, such as `gallium`. */
  mineral?: string | null;
  stage?: 'mine' | 'refine' | 'reserves' | null;
  /** An edition's id, such as `mcs2026`. */
  edition?: string | null;
  year?: number | `${number}` | null;
  /** ISO 3166-1 alpha-3, or a bloc such as `EU`. */
  importer?: string | null;
  /** What the importer stands beside: a code as above, or a year. */
  compare?: string | number | null;
  /** ISO 3166-1 alpha-3. */
  country?: string | null;
  scenario?: string | null;
  against?: string | null;
  alliance?: string | null;
  assume?: string | null;
  seed?: number | `${number}` | null;
  /** Where in the walk through the study, from 1. */
  step?: number | `${number}` | null;
  theme?: Theme | null;
  lang?: 'en' | null;
  /** What another's link claims to show, to be compared. */
  certificate?: string | null;
  /** The figure shown alone, or `view`: how a frame is dressed is said by its own link, and no message changes it. */
  embed?: string | null;
  plain?: Flag;
  static?: Flag;
  transparent?: Flag;
  fit?: Flag;
  controls?: Flag;
  medium?: Flag;
  /** Factor and centre of the map, such as `2.50,0.4100,0.3300`. */
  zoom?: string | null;
}

/** What is shown. */
export interface Shown {
  /** The query string of its link; empty for the page's first view. */
  readonly query: string;
  /** The whole link. */
  readonly link: string;
  /** The link's words; given to `setState`, they lead to the same. */
  readonly state: { readonly [Word in keyof State]?: Extract<State[Word], string> };
  /** What the data lead to where the link leaves it open. */
  readonly shown: {
    readonly view: View;
    /** The mineral's slug, and its name. */
    readonly mineral: string;
    readonly name: string;
    readonly stage: 'mine' | 'refine' | 'reserves';
    readonly edition: string;
    readonly year: number;
  };
  /** What a lenient request asked for in vain, each with its remedy. */
  readonly problems?: readonly string[];
}

/** What is shown, in words. */
export interface Words {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly finding: string;
  /** Both, as the alternative text of a picture. */
  readonly alternative: string;
}

/** What is shown, in numbers: what `adit TASK --json` prints. */
export interface Figures {
  /** The task of the command line. */
  readonly task: 'figures' | 'all' | 'shock' | 'alliance' | 'study';
  /** Its JSON; what is absent is null, with its reason under `why`. */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** The figures that views have as pictures; `view` has its own ones only. */
export type PictureName =
  | 'map' | 'ranking' | 'trend'
  | 'risk' | 'methods'
  | 'flows'
  | 'shift' | 'path' | 'losses'
  | 'agreements' | 'burden'
  | 'claim';

/** Which picture is wanted. */
export interface PictureWish {
  /** One of the view's figures; left out, its first. */
  figure?: PictureName;
  /** SVG where it is left out. */
  format?: 'svg' | 'png';
  /** A width in CSS pixels from 200 to 4000, or a size that other sites ask for. */
  size?: number | '1200x628' | '800x418' | '1080x1080';
  /** How many dots a CSS pixel has in a PNG, 1 to 4. */
  scale?: 1 | 2 | 3 | 4;
  /** The colours; the page's own where it is left out. */
  theme?: Theme;
}

/** A picture, with title, finding, source and licence in it. */
export type Picture = SvgPicture | PngPicture;

/** A picture of lines and text. */
export interface SvgPicture extends PictureParts {
  readonly format: 'svg';
  readonly type: 'image/svg+xml';
  /** The text of the file. */
  readonly data: string;
}

/** A picture of dots. */
export interface PngPicture extends PictureParts {
  readonly format: 'png';
  readonly type: 'image/png';
  /** The file. */
  readonly data: Blob;
}

/** What every picture has. */
export interface PictureParts {
  readonly figure: PictureName;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, in words. */
  readonly alternative: string;
}

/** What the page says by itself. */
export interface Events {
  /** It hears requests from now on. */
  ready: { readonly version: 1 };
  /** Something else is shown. Title and finding are null while the reader's own figures are in view. */
  'state-changed': Shown & {
    readonly by: 'host' | 'reader';
    readonly title: string | null;
    readonly finding: string | null;
  };
  /** The frame has another height, in CSS pixels. */
  resize: { readonly height: number };
  /** A message without an id could not be carried out. */
  error: { readonly code: Code; readonly message: string };
}

/** Why a request is refused. */
export type Code =
  | 'wrong-version' | 'unknown-type' | 'bad-id' | 'unknown-part' | 'bad-data' | 'too-large' | 'not-plain' | 'too-many'
  | 'unknown-key' | 'unknown-value' | 'too-long' | 'fixed' | 'repeated' | 'no-figures' | 'bad-text' | 'not-here' | 'private' | 'nothing'
  | 'unavailable' | 'timeout' | 'destroyed' | 'bad-element' | 'bad-option' | 'bad-event';

/** What promises are rejected with, and what `mount` and `on` throw. */
export declare class AditError extends Error {
  constructor(code: Code, message: string);
  readonly code: Code;
}

/** A mounted page. Every promise is rejected with an {@link AditError}. */
export interface Handle {
  /** The frame. */
  readonly element: HTMLIFrameElement;
  /** Kept once the frame hears requests. */
  readonly ready: Promise<void>;
  /** What is shown. */
  state(): Promise<Shown>;
  /** Shows something else: a link's query string as a whole, or words that change what they name. */
  setState(state: string | State, how?: { lenient?: boolean }): Promise<Shown>;
  /** What is shown, in words. */
  text(): Promise<Words>;
  /** What is shown, in numbers. */
  figures(): Promise<Figures>;
  /** What is shown, as a picture. */
  picture(wish?: PictureWish): Promise<Picture>;
  /** Other colours. */
  setTheme(theme: Theme | 'system'): Promise<Shown>;
  /** Another step of the walk through the study. */
  step(step: 'next' | 'previous' | number): Promise<Shown>;
  /** Calls back with every event of a type, until the function that it gives is called. */
  on<Type extends keyof Events>(type: Type, listener: (event: Events[Type]) => void): () => void;
  /** Takes the page away, and all that listens to it. */
  destroy(): void;
}
