// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { Acts, actOf, isElsewhere } from '../../../lib/gate/acts';
import { byPerson, cleanPage, one, pageWith } from './page';

cleanPage();

describe('a change of the page', () => {
  const acts = (...at: number[]) => {
    const made = new Acts();
    for (const moment of at) made.note(moment, false);
    return made;
  };

  it.each([
    [1_000, 1_001, true],
    [1_000, 2_999, true],
    [1_000, 3_000, false],
    [1_000, 999, false],
  ])('after an act at %i, at %i, may be its doing: %s', (act, change, may) => {
    expect(acts(act).mayHaveChanged(change, 0)).toBe(may);
  });

  it('comes from no act that is explained already', () => {
    expect(acts(1_000).mayHaveChanged(1_100, 1_050)).toBe(false);
    expect(acts(1_000, 1_060).mayHaveChanged(1_100, 1_050)).toBe(true);
  });

  it('may come late, by the answer to a request that the act made', () => {
    const made = acts(1_000);
    made.request(1_100, 9_000);
    expect(made.mayHaveChanged(9_100, 0)).toBe(true);
    expect(made.mayHaveChanged(8_000, 0)).toBe(false);
    expect(made.mayHaveChanged(11_100, 0)).toBe(false);
    const other = acts(1_000);
    other.request(5_000, 9_000);
    expect(other.mayHaveChanged(9_100, 0)).toBe(false);
  });
});

describe('an act by which something may be chosen', () => {
  const page = () =>
    pageWith(`<form><select id="list"><option>a</select><input id="line"><textarea id="text"></textarea></form>
      <div contenteditable="true" id="editor"><b id="bold">x</b></div><div contenteditable="true" id="combo" role="combobox"></div>
      <ul role="listbox"><li id="option">Engineering</li></ul><button id="button"></button><baton-overlay></baton-overlay>`);
  const of = (css: string, event: Event) => {
    page();
    let act: ReturnType<typeof actOf> | undefined;
    const hear = (heard: Event) => {
      act = actOf(byPerson(heard));
    };
    window.addEventListener(event.type, hear, { capture: true, once: true });
    one(css).dispatchEvent(event);
    return act;
  };
  const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { bubbles: true, ...init });
  const press = () => new MouseEvent('pointerdown', { bubbles: true });

  it.each<[string, string, Event, boolean | null]>([
    ['a press on a button', '#button', press(), false],
    ['a press on an option', '#option', press(), true],
    ['a choice in a list', '#list', new Event('change', { bubbles: true }), true],
    ['a press into a text', '#text', press(), null],
    ['a press into an editor', '#bold', press(), null],
    ['Baton’s own tab', 'baton-overlay', press(), null],
  ])('%s', (_, css, event, chose) => {
    expect(of(css, event)?.chose ?? null).toBe(chose);
  });

  it.each<[string, string, KeyboardEventInit, boolean]>([
    ['a letter in a text', '#text', { key: 'a' }, false],
    [
      'a letter of AltGr in an editor',
      '#editor',
      { key: 'ś', ctrlKey: true, altKey: true, modifierAltGraph: true },
      false,
    ],
    ['the caret in an editor', '#editor', { key: 'ArrowDown' }, false],
    ['Enter in a text, which may take what is offered', '#text', { key: 'Enter' }, true],
    ['a shortcut in an editor', '#editor', { key: 's', ctrlKey: true }, true],
    ['a letter in a line, which may be a filter', '#line', { key: 'a' }, true],
    ['a letter in a picker', '#combo', { key: 'a' }, true],
    ['a letter anywhere else', '#button', { key: 'e' }, true],
    ['a modifier alone', '#button', { key: 'Shift' }, false],
  ])('%s', (_, css, init, counts) => {
    expect(of(css, key(init)) !== null).toBe(counts);
  });

  it('is not a script’s press, but a script’s choice', () => {
    page();
    expect(actOf(press())).toBeNull();
    expect(actOf(new Event('change'))).toEqual({ chose: true });
  });
});

it('somebody who is in a frame that cannot be looked into may choose there; who writes a text does not', () => {
  document.body.replaceChildren(document.createElement('iframe'), document.createElement('button'));
  const frame = one<HTMLIFrameElement>('iframe');
  one('button').focus();
  expect(isElsewhere(document)).toBe(false);
  frame.focus();
  expect(isElsewhere(document)).toBe(true);
  const inner = frame.contentDocument as Document;
  inner.body.setAttribute('contenteditable', 'true');
  expect(isElsewhere(document)).toBe(false);
});
