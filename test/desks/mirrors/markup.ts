// The few things that pages of all mirrors are made of.
import { Html, html } from '../practice/pages/html.ts';
import { type Asked, type Mirror, type MirrorRecord, shown } from './mirror.ts';

/**
 * What pressing an element does, carried out by `client/rig.js`: show or hide another part, go to another pane, keep a choice for later,
 * or send changes by one of the desk's requests.
 */
export type Deed =
  | { readonly toggle: string }
  | { readonly pane: string; readonly path: string }
  /** The editor of a case writes to colleagues or to the customer. */
  | { readonly channel: string; readonly of: string }
  | { readonly keep: string; readonly fields: Readonly<Record<string, string>> }
  | {
      readonly send: string;
      /** The cases; those that are ticked where none is named. */
      readonly ids?: readonly string[];
      readonly fields: Readonly<Record<string, string>>;
      /** The choices kept for the case go along, and what stands in its editor. */
      readonly kept?: true;
      /** The field that the list in the same dialog chooses. */
      readonly chosen?: string;
    };

export interface How {
  /** The event on which it is done; `click` where none is named. */
  readonly on?: 'click' | 'mousedown' | 'mouseup';
  /** The keys that do the same without the control: `Control+Alt+s`. */
  readonly keys?: string;
}

/** The attributes that make an element do something. */
export function does(deed: Deed, { on, keys }: How = {}): Html {
  return html`data-do="${JSON.stringify(deed)}"${on && html` data-on="${on}"`}${keys && html` data-keys="${keys}"`}`;
}

/** The attribute of an element that shows a case's field; its text follows what happens to the case. */
export function shows(record: MirrorRecord, field: string): Html {
  return html`data-shows="${record.id}.${field}"`;
}

/** An element's text and its attribute in one: what a case holds in a field. */
export function value(mirror: Mirror, record: MirrorRecord, field: string): Html {
  return html`<span ${shows(record, field)}>${shown(mirror, record, field)}</span>`;
}

/** A whole page of a desk. */
export function document(mirror: Mirror, title: string, body: Html): Html {
  const data = JSON.stringify({ words: mirror.words, me: mirror.me, ...(mirror.data as object) }).replaceAll(
    '<',
    '\\u003c',
  );
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/rig/rig.css">
<script type="application/json" id="rig-data">${new Html(data)}</script>
<script type="module" src="/rig/rig.js"></script></head>
<body>${body}</body></html>`;
}

/** What stands in a shadow root, as the page's own text says it. */
export function shadow(content: Html): Html {
  return html`<template shadowrootmode="open">${content}</template>`;
}

/** The first part of a page's address: which case it shows. */
export const recordOf = (asked: Asked): MirrorRecord => asked.record(asked.params.at(-1));
