import { fieldAt, lettersOf, pageLetters, textFields, textIn } from '../capture/text-field';
import { visible } from '../capture/visible';
import { call } from '../messages/client';
import type { KeptOne, KeptRow } from '../messages/kept-protocol';
import type { Line } from '../messages/protocol';
import type { CaseRef } from '../model/case';
import type { KeptState, KeptText } from '../model/kept';
import { moment } from '../words/dates';
import { say } from '../words/say';
import { writeInto } from './write-into';

/** A desk that keeps texts itself has put them back so much later, in milliseconds. */
const DESKS_OWN = 1_500;
/** Letters from which on a text stands on a page by no chance: in a field beside others, and anywhere. */
const LONG_IN_FIELD = 12;
const LONG = 20;

/** How kept texts stand on a page now. `talk`: what is known of the case's conversation. The page may show only a part of it. */
export function statesOn(page: Document, kept: readonly KeptRow[], talk: string): KeptState[][] {
  const fields = textFields(page);
  const inFields = fields.map((field) => textIn(field)).filter((text) => text.trim() !== '');
  const letters = inFields.map(lettersOf);
  let said: string | undefined;
  const isShown = (text: string) => {
    const mine = lettersOf(text);
    if (mine === '') return inFields.some((one) => one.trim() === text.trim());
    if (letters.some((one) => one === mine || (mine.length >= LONG_IN_FIELD && one.includes(mine)))) return true;
    said ??= `${pageLetters(page)} ${lettersOf(talk)}`;
    return mine.length >= LONG && said.includes(mine);
  };
  return kept.map(({ texts }) => texts.map((one) => (isShown(one.text) ? 'shown' : fieldState(one, fields))));
}

/** Puts a text back into its field as a person would, where that is empty. Gives how it stands on the page then. */
export function putBack(page: Document, one: KeptText): KeptState {
  const fields = textFields(page);
  const before = fieldState(one, fields);
  const field = before === 'empty' ? fieldAt(one, fields.filter(isSeen)) : undefined;
  if (!field) return before;
  writeInto(field, one.text);
  return lettersOf(textIn(field)) === lettersOf(one.text) ? 'shown' : 'missing';
}

/**
 * Says on the tab and once in the strip that something typed is kept that the page does not show, and answers the panel. `changed` gets the
 * name of its field, or null.
 */
export function makeKept(
  page: Document,
  talk: () => string,
  changed: (label: string | null) => void,
  tell: (line: Line) => unknown,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let named: string | null = null;
  const name = (label: string | null) => {
    if (label === named) return;
    named = label;
    changed(label);
  };
  const said = new Set<string>();
  const look = async (ref: CaseRef) => {
    const mine = ++turn;
    const { kept } = await call('kept/look', { ref }).catch(() => ({ kept: [] }));
    if (mine !== turn) return;
    const states = statesOn(page, kept, talk());
    const row = kept.findIndex((_, n) => states[n]?.some((state) => state !== 'shown'));
    const first = kept[row];
    const text = first?.texts.find((_, n) => states[row]?.[n] !== 'shown');
    const label = text ? text.label || say('kept_no_label') : null;
    name(label);
    if (!first || !label || said.has(first.id)) return;
    said.add(first.id);
    tell({ key: 'line_kept', subs: [label, moment(first.at, Date.now())], tone: 'plain' });
  };
  return {
    /** The background has heard of the case that the page shows; `kept`: it keeps something of it. */
    told(ref: CaseRef, kept: boolean): void {
      clearTimeout(timer);
      turn += 1;
      if (kept) timer = setTimeout(() => void look(ref), DESKS_OWN);
      else name(null);
    },
    answer(kept: readonly KeptRow[], put?: KeptOne): { states: KeptState[][]; put?: KeptState } {
      const one = put && kept.find(({ id }) => id === put.id)?.texts[put.n];
      const done = one && putBack(page, one);
      const states = statesOn(page, kept, talk());
      if (states.every((row) => row.every((state) => state === 'shown'))) name(null);
      return { states, ...(done ? { put: done } : {}) };
    },
  };
}

function fieldState(one: KeptText, fields: readonly HTMLElement[]): KeptState {
  const field = fieldAt(one, fields.filter(isSeen));
  if (!field) return 'missing';
  return textIn(field).trim() === '' ? 'empty' : 'filled';
}

/** A field in a frame is seen where the frame is. */
function isSeen(field: HTMLElement): boolean {
  const frame = field.ownerDocument.defaultView?.frameElement;
  return visible(field) && (!frame || visible(frame));
}
