// What a part of the widget and its element are to each other. A new part is a file with a class of this
// shape, and a row in the list of js/element.ts.

import type { RawOptions } from "./options.ts";
import type { ReadingWidgetEventMap } from "./public.d.ts";
import type { Reading } from "./reading.ts";
import { attempt } from "./warnings.ts";
import type { Words } from "./words.ts";

/** The element, as its parts see it. */
export interface Host extends HTMLElement {
  /** What the parts are drawn in, and where events of them arrive. */
  readonly root: ShadowRoot;
  readonly reading: Reading | null;
  /** Known once something has been drawn. */
  readonly words: Words | null;
  readonly options: RawOptions;
  /** Says something to the reader, in the place that screen readers listen to. */
  announce(message: string): void;
  /** Reads the page again. */
  refresh(): Promise<unknown>;
  /** False if the page has cancelled what is about to happen. */
  dispatch<Type extends keyof ReadingWidgetEventMap>(
    type: Type,
    detail: ReadingWidgetEventMap[Type]["detail"],
  ): boolean;
}

/** A part, whether it is shown or not: the view decides, and may do otherwise the next time. */
export interface Part {
  /** The widget is about to be drawn anew. */
  drawing?(): void;
  /** The widget has been drawn. */
  drawn(reading: Reading): void;
  /** Another article follows, or none: nothing of this one is marked, watched or read aloud any more. */
  released?(): void;
  /** A click on something in the widget; its default may be prevented. */
  click?(event: Event, clicked: Element): void;
}

/** Listens to events of a widget; what fails in one takes nothing else with it. */
export function on(root: ShadowRoot, types: string[], act: (event: Event) => void): void {
  for (const type of types) root.addEventListener(type, (event) => attempt(() => act(event)));
}
