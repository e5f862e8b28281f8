// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Hold, Holds } from '../../../lib/gate/holds';
import { Typed } from '../../../lib/gate/typed';
import { type CallIn, calls } from '../../../lib/messages/protocol';
import type { PageSite } from '../../../lib/model/site';
import { practice } from './attempts';
import { byPerson, cleanPage, component, inside, one, pageWith, rootsShown } from './page';

const ref = { origin: 'http://127.0.0.1:18090', kind: 'ticket' as const, id: '104' };
const handoff = { ref, playbook: 'support-to-engineering', changes: [] };
const FORM = '<form><textarea name="body" aria-label="Reply"></textarea><input name="subject"></form>';

let holds: Holds;
let typed: Typed;
let told: CallIn<'kept/save'>[];

function begin(site: PageSite = practice) {
  holds = new Holds();
  told = [];
  typed = new Typed(
    document,
    () => [site],
    holds,
    (one) => {
      // What is told is what the background takes.
      told.push(calls['kept/save'].in.parse(one));
    },
  );
  holds.watch(typed);
}
const value = (css: string) => one<HTMLTextAreaElement>(css);
/** A person writes: the gate hears of it before the field changes. */
function write(css: string, text: string): void {
  const event = new Event('beforeinput', { bubbles: true, composed: true });
  one(css).addEventListener('beforeinput', (heard) => typed.hear(byPerson(heard)), { once: true });
  one(css).dispatchEvent(event);
  if ('value' in one(css)) value(css).value = text;
  else one(css).textContent = text;
}
function hold(at?: Element, signature = 's'): Hold {
  return holds.add('form', signature, [handoff], { go: () => true, cancel: () => {}, ...(at ? { at } : {}) }, 0);
}
function held(at?: Element, signature?: string): Hold {
  const made = hold(at, signature);
  holds.judge(made, true);
  return made;
}
const texts = () => told.at(-1)?.texts.map(({ label, name, text }) => `${label || name}: ${text}`);

cleanPage();
rootsShown();
beforeEach(() => {
  vi.useFakeTimers();
  begin();
});
afterEach(() => vi.useRealTimers());

describe('what a person typed in a form', () => {
  it('is told once the form is held, with the case and the attempt', () => {
    const form = pageWith(FORM);
    write('textarea', 'Hello');
    const made = hold(form);
    expect(told).toEqual([]);
    holds.judge(made, true);
    expect(told).toMatchObject([{ attempt: made.attempt, ref, cut: false }]);
    expect(texts()).toEqual(['Reply: Hello']);
  });

  it('is not told where the background let it go', () => {
    write1('Hello');
    holds.judge(hold(one('form')), false);
    vi.runAllTimers();
    expect(told).toEqual([]);
  });

  it('leaves out what nobody touched, what is as it was, and what a script wrote', () => {
    pageWith('<form><textarea>page’s own</textarea><input name="a" value="as it was"><input name="b"></form>');
    write('[name=a]', 'changed');
    write('[name=a]', 'as it was');
    value('[name=b]').value = 'by a script';
    one('[name=b]').dispatchEvent(new Event('beforeinput', { bubbles: true }));
    held(one('form'));
    expect(told).toEqual([]);
  });

  it('leaves out other forms of the page, but takes what belongs to the form elsewhere', () => {
    pageWith(
      `<form id="f"><input name="a"></form><form><input name="b"></form><textarea name="c" form="f"></textarea>`,
    );
    for (const name of ['a', 'b', 'c']) write(`[name=${name}]`, name);
    held(one('#f'));
    expect(texts()).toEqual(['a: a', 'c: c']);
  });

  it('is the text that stood there, where the desk empties its form in the turn of the press', () => {
    const form = pageWith(FORM);
    write('textarea', 'Hello');
    const made = hold(form);
    value('textarea').value = '';
    form.remove();
    holds.judge(made, true);
    expect(texts()).toEqual(['Reply: Hello']);
  });

  it('keeps the lines of an editor, and nothing of its looks', () => {
    pageWith('<form><div contenteditable aria-label="Note"></div></form>');
    write('[contenteditable]', '');
    one('[contenteditable]').append(
      document.createRange().createContextualFragment('<p>One <b>two</b></p><p>three</p>'),
    );
    held(one('form'));
    expect(texts()).toEqual(['Note: One two\nthree']);
  });
});

const write1 = (text: string) => {
  pageWith(FORM);
  write('textarea', text);
};

it('each field of a closed component counts', () => {
  const form = pageWith('<form></form>');
  const root = component('closed', '<input name="a"><input name="b">', form);
  for (const name of ['a', 'b']) {
    const input = inside<HTMLInputElement>(root, `[name=${name}]`);
    input.focus();
    document.addEventListener('beforeinput', (event) => typed.hear(byPerson(event)), { once: true, capture: true });
    input.dispatchEvent(new Event('beforeinput', { bubbles: true, composed: true }));
    input.value = name;
  }
  held(form);
  expect(texts()).toEqual(['a: a', 'b: b']);
});

describe('while it is held', () => {
  it('tells what changes, a moment after the last key', () => {
    write1('Hello');
    held(one('form'));
    write('textarea', 'Hello a');
    vi.advanceTimersByTime(300);
    write('textarea', 'Hello again');
    vi.advanceTimersByTime(300);
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(700);
    expect(told).toHaveLength(2);
    expect(texts()).toEqual(['Reply: Hello again']);
  });

  it('tells nothing twice, and that the person took it away', () => {
    write1('Hello');
    held(one('form'));
    write('textarea', 'Hello');
    vi.runAllTimers();
    expect(told).toHaveLength(1);
    write('textarea', '');
    vi.runAllTimers();
    expect(texts()).toEqual([]);
  });

  it('hears of nothing once it is over', () => {
    write1('Hello');
    const made = held(one('form'));
    holds.remove(made.attempt);
    write('textarea', 'Something else');
    vi.runAllTimers();
    expect(told).toHaveLength(1);
  });

  it('keeps what was typed for one case from the next one', () => {
    write1('Hello');
    typed.leftCase();
    held(one('form'));
    expect(told).toEqual([]);
  });
});

describe('without a form', () => {
  it('takes what was typed anywhere on the page of the case', () => {
    pageWith('<form></form><div><textarea name="note"></textarea></div>');
    write('textarea', 'Hello');
    held();
    expect(texts()).toEqual(['note: Hello']);
  });

  it('takes what was typed in the dialog of the button that was pressed', () => {
    pageWith(
      '<form></form><textarea name="a"></textarea><div role="dialog"><textarea name="b"></textarea><b></b></div>',
    );
    write('[name=a]', 'a');
    write('[name=b]', 'b');
    held(one('b'));
    expect(texts()).toEqual(['b: b']);
  });

  it('takes what stands in the case’s own part, where several cases are open', () => {
    const pages = practice.pages.map((page) => ({ ...page, container: '[data-case=":id"]' }));
    begin({ ...practice, pages });
    pageWith('<form></form><p data-case="104"><input name="a"></p><p data-case="105"><input name="b"></p>');
    write('[name=a]', 'a');
    write('[name=b]', 'b');
    held();
    expect(texts()).toEqual(['a: a']);
  });
});

it('is bounded, and says so', () => {
  pageWith(`<form>${'<textarea aria-label="Note"></textarea>'.repeat(3)}</form>`);
  for (const n of [1, 2, 3]) write(`textarea:nth-of-type(${n})`, String(n).repeat(40_000));
  held(one('form'));
  expect(told[0]?.cut).toBe(true);
  expect(told[0]?.texts.map(({ text, n }) => [n, text.length])).toEqual([
    [0, 40_000],
    [1, 40_000],
    [2, 20_000],
  ]);
});
