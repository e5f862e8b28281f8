import type { CapturedField, Entry } from './case';

/** What a page says of its case by itself. */
export type Told = { fields: CapturedField[]; entries: Entry[]; attachments: string[] };

/** Reads pages that nobody described: code that comes with a generic site (`generic.js`). */
export type Reads = {
  /** The case's id, from the address. */
  id(url: URL): string | undefined;
  page(root: ParentNode, title: string, id: string, labels: Labels): Told;
};

/** What words of a page mean: those that read by them get them from whoever asks, for the list is long. */
export type Labels = { fieldOf(label: string): string; isKnownLabel(label: string): boolean };
