// What stands in the pages of the tests beside the page's own: functions that tests hand to `inPage` run there.

/** A widget with its members, see js/public.d.ts. */
type Widget = import("../../js/public.d.ts").ReadingWidgetElement & HTMLElement;

/** witness.js keeps what would be gone when a test looks, and knows its way into the widgets' shadow roots. */
interface Witness {
  warnings: string[];
  errors: string[];
  violations: string[];
  events: SeenEvent[];
  departures?: string[];
  widgets(): Widget[];
  parts(name: string): FoundElement[];
  part(name: string): FoundElement;
  target(name: string): FoundElement;
  chip(label: string): FoundElement;
  steps(): FoundElement[];
  inputs(): FoundElement[];
  shown(element: Element): boolean;
  settled(count?: number): Promise<Widget[]>;
  event(type: string): Promise<SeenEvent>;
  words(element: Element): string;
  still(): Promise<void>;
  said(): string;
  pageWithoutUs(): string;
  marked(): string[] | null;
  stay(): void;
  focused(): FoundElement;
  frames(count?: number): Promise<void>;
}

interface SeenEvent {
  type: string;
  detail: Partial<
    import("../../js/public.d.ts").Analysis & {
      fraction: number;
      secondsLeft: number;
      topic: import("../../js/public.d.ts").Topic;
      mentions: number;
      target: string;
      quote: string;
      reason: string;
    }
  >;
  target: Widget;
  cancelable: boolean;
  bubbles: boolean;
  composed: boolean;
}

declare var witness: Witness;

/** The system's voices of voices.js. */
declare var voices: {
  spoken: { text: string; lang: string; rate: number; voice?: string }[];
  cancelled: number;
  mode: string;
  arrive(): void;
  end(): Promise<void>;
  fail(error: string): void;
};

/** Whom tests/complaints asks: the widget, or a peer. */
declare var subject: {
  offersSheet: boolean;
  offersPassages: boolean;
  open(): Promise<void>;
  button(name: string): FoundElement;
  all(): (HTMLElement & { href?: string })[];
  host(): HTMLElement;
  said(): string;
  atRest(): HTMLElement[];
};

declare var axe: typeof import("axe-core");
declare var Shariff: new (element: Element, options: object) => unknown;

// What single tests leave in their pages for a later look.
declare var analysis: import("../../js/public.d.ts").Analysis;
declare var asked: { url?: string }[];
declare var cached: unknown;
/** tests/embedding/contrast.js. */
declare var contrast: {
  blend(colors: string[]): number[];
  ratio(one: number[], other: number[]): number;
  faint(control: FoundElement, needs?: { edge?: boolean }): string[];
};
declare var copied: string[];
declare var drawn: Promise<unknown>;
declare var execWorks: boolean;
declare var entry: typeof import("../../js/public.d.ts");
declare var firstOnes: Widget[];
declare var hacked: boolean | undefined;
declare var instances: { exports: { memory: WebAssembly.Memory } }[];
declare var kept: unknown;
declare var listeners: () => number;
declare var longest: number;
declare var opened: unknown[];
declare var printed: number;
declare var readings: number;
declare var refused: boolean;
declare var restore: () => void;
declare var routed: number | string[];
declare var ruin: () => void;
declare var scrollListeners: number;
declare var sheets: boolean[];
declare var shift: number;
declare var taken: unknown[];

/** An element as a selector finds it, with what tests ask of those tags that selectors here name. */
interface FoundElement extends HTMLElement {
  href: string;
  src: string;
  target: string;
  rel: string;
  value: string;
  type: string;
  checked: boolean;
  readOnly: boolean;
  selectionStart: number;
  selectionEnd: number;
  form: HTMLFormElement;
  viewBox: SVGAnimatedRect;
  readonly ready: Promise<import("../../js/public.d.ts").Analysis>;
  readonly analysis: import("../../js/public.d.ts").Analysis;
  placeholder: string;
}

interface ParentNode {
  querySelector<Name extends keyof HTMLElementTagNameMap>(selectors: Name): HTMLElementTagNameMap[Name];
  querySelector(selectors: string): FoundElement;
  querySelectorAll<Name extends keyof HTMLElementTagNameMap>(selectors: Name): NodeListOf<HTMLElementTagNameMap[Name]>;
  querySelectorAll(selectors: string): NodeListOf<FoundElement>;
}

interface Element {
  closest(selectors: string): FoundElement;
}

interface Node {
  /** Of a text. */
  data?: string;
  getRootNode(): ShadowRoot;
}

interface HTMLHeadingElement {
  /** Set by tests of frameworks. */
  sent?: boolean;
}

interface PerformanceEntry {
  /** Of a resource. */
  readonly responseStatus?: number;
}

interface Window {
  witness: Witness;
}
