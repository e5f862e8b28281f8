// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { namer } from '../../../lib/gate/named';
import { watchPicks } from '../../../lib/gate/picks';
import type { CaseChange } from '../../../lib/model/attempt';
import type { Word } from '../../../lib/model/case';
import type { PageSite, Picked } from '../../../lib/model/site';
import { show } from '../capture/shown';
import { practice } from './attempts';
import { cleanPage, one } from './page';

cleanPage();
let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const LISTS = `
  <button id="elsewhere">Escalate</button><main><p id="text">Engineering</p></main>
  <ul role="listbox" id="teams"><li role="option" id="engineering"><span>Engineering</span></li><li role="option" id="sales">Sales</li></ul>
  <div role="menu" id="people"><button id="sofia">Sofia
    Marin</button><div role="menuitem" id="long">${'x'.repeat(101)}</div></div>
  <input id="box" aria-activedescendant="sales">
  <div role="dialog"><button id="save">Save</button><select id="list"><option value="1">Support</option><option value="9004">Engineering</option></select></div>`;

/** A desk whose requests name teams and owners by ids; events count as a person's own unless they say otherwise. */
function desk(html = LISTS, picked: Picked[] = [{ field: 'team' }, { field: 'owner' }]) {
  const site: PageSite = { ...practice, picked };
  show(html);
  const addEventListener = (type: string, heard: (event: object) => void) =>
    window.addEventListener(
      type,
      (event) => {
        const { key, keyCode, clientX, clientY, target } = event as KeyboardEvent & MouseEvent;
        const isTrusted = (event as Event & { forged?: true }).forged !== true;
        heard({ type, isTrusted, key, keyCode, clientX, clientY, target, composedPath: () => event.composedPath() });
      },
      { capture: true, signal: life.signal },
    );
  const learn = vi.fn();
  const name = namer(watchPicks({ addEventListener } as unknown as Window, [site]));
  const named = (all: CaseChange[], of: PageSite, before?: Word[]) => name(all, of, { tell: learn }, before);
  /** The words that a request gets for `field: id`; ids that get none stay. */
  const words = (fields: Record<string, string>, id = '1') => {
    const changes = Object.entries(fields).map(([field, to]) => ({ field, to: { label: to, id: to } }));
    const all: CaseChange[] = [{ ref: { origin: 'https://desk.example', kind: 'ticket', id }, changes }];
    return named(all, site)[0]?.changes.map(({ to }) => to.label);
  };
  return { named, site, learn, words };
}
const fire = (type: string, css: string, more: object = {}) =>
  one(css).dispatchEvent(Object.assign(new Event(type, { bubbles: true, composed: true }), more));
const press = (css: string) => ['pointerdown', 'pointerup', 'click'].map((type) => fire(type, css));
/** What stands under the mouse, by its place from the left. */
const over = (...at: string[]) => {
  document.elementsFromPoint = (x: number) => [...(document.querySelectorAll(at[x] ?? 'none') as Iterable<Element>)];
};
beforeEach(() => over());

describe('the word of an id that a request names', () => {
  it('is the one that the person pressed just before, and stays known', () => {
    const { words, learn } = desk();
    press('#engineering span');
    expect(words({ team: '9004' })).toEqual(['Engineering']);
    expect(learn.mock.calls).toEqual([['gate/learned', { field: 'team', id: '9004', label: 'Engineering' }]]);
    expect([words({ team: '9004' }), words({ team: '7' }), words({ owner: '9004' })]).toEqual([
      ['Engineering'],
      ['7'],
      ['9004'],
    ]);
  });

  it.each<[string, () => void, string]>([
    ['as the button of the mouse goes down', () => fire('pointerdown', '#engineering'), 'Engineering'],
    ['by a reader of the screen, without a pointer', () => fire('click', '#engineering'), 'Engineering'],
    ['by Enter, where the focus stays in a box', () => fire('keydown', '#box', { key: 'Enter' }), 'Sales'],
    ['by Space, where the option has the focus', () => fire('keydown', '#sales', { key: ' ' }), 'Sales'],
    ['in a menu, on one line', () => press('#sofia'), 'Sofia Marin'],
    [
      'in the browser’s own list, and sent by its dialog’s button',
      () => {
        one<HTMLSelectElement>('#list').value = '9004';
        fire('change', '#list');
        press('#save');
      },
      'Engineering',
    ],
    [
      'after longer work in the dialog that sends it',
      () => {
        vi.useFakeTimers();
        press('#engineering');
        for (const css of ['#save', '#list']) {
          vi.advanceTimersByTime(9_000);
          fire('keydown', css, { key: 'a' });
        }
        press('#save');
      },
      'Engineering',
    ],
    ['at last, of several in one list', () => [press('#engineering'), press('#sales')], 'Sales'],
  ])('is taken %s', (_, act, word) => {
    const { words } = desk();
    act();
    expect(words({ team: '9004' })).toEqual([word]);
  });

  it.each<[string, () => void]>([
    ['a press on what is no option', () => press('#text')],
    ['an event that a script made', () => fire('pointerdown', '#engineering', { forged: true })],
    ['an option that was long ago', () => [press('#engineering'), vi.advanceTimersByTime(10_000)]],
    [
      'an option that was long ago, by work in a dialog now',
      () => [press('#engineering'), vi.advanceTimersByTime(10_000), fire('keydown', '#save', { key: 'a' })],
    ],
    ['an option, and then a button elsewhere', () => [press('#engineering'), press('#elsewhere')]],
    ['options of two lists', () => [press('#engineering'), press('#sofia')]],
    ['a text too long for a word', () => press('#long')],
    ['a key that chooses nothing', () => fire('keydown', '#box', { key: 'a' })],
    ['an Enter that ends a composition', () => fire('keydown', '#box', { key: 'Enter', keyCode: 229 })],
    ['an option that the mouse left again', () => [fire('pointerdown', '#engineering'), fire('pointerup', '#text')]],
  ])('is not taken from %s', (_, act) => {
    vi.useFakeTimers();
    const { words, learn } = desk();
    act();
    expect([words({ team: '9004' }), learn.mock.calls]).toEqual([['9004'], []]);
  });

  it('is used once, though the press goes on to its click', () => {
    const { words } = desk();
    fire('pointerdown', '#engineering');
    words({ team: '9004' });
    fire('pointerup', '#engineering');
    fire('click', '#engineering');
    expect(words({ owner: '814' })).toEqual(['814']);
  });

  it('is that of a request that names a value in several cases', () => {
    const { named, site } = desk();
    press('#engineering');
    const to = { label: '9004', id: '9004' };
    const all = ['1', '2'].map((id) => ({
      ref: { origin: 'https://desk.example', kind: 'ticket' as const, id },
      changes: [{ field: 'team', to }],
    }));
    expect(named(all, site).map(({ changes }) => changes)).toEqual(
      Array(2).fill([{ field: 'team', to: { label: 'Engineering', id: '9004' }, pressed: true }]),
    );
  });

  it('is nobody’s where two values lack one, unless the site says whose list it is', () => {
    const { words } = desk();
    press('#engineering');
    expect(words({ team: '9004', owner: '814' })).toEqual(['9004', '814']);
    life.abort();
    life = new AbortController();
    const other = desk(LISTS, [
      { field: 'team', css: '#teams li' },
      { field: 'owner', css: '#people button' },
    ]);
    press('#engineering');
    press('#sofia');
    expect(other.words({ team: '9004', owner: '814' })).toEqual(['Engineering', 'Sofia Marin']);
  });

  it('is not the press that chose another value of the same request, which has its word', () => {
    const { named, site, words } = desk();
    press('#engineering');
    words({ team: '9004' });
    press('#engineering');
    expect(words({ team: '9004', owner: '814' })).toEqual(['Engineering', '814']);
    press('#sales');
    const ref = { origin: 'https://desk.example', kind: 'ticket' as const, id: '1' };
    const changes = [
      { field: 'status', to: { label: 'sales' } },
      { field: 'owner', to: { label: '7', id: '7' } },
    ];
    expect(named([{ ref, changes }], site)[0]?.changes).toEqual(changes);
    expect(words({ owner: '7' })).toEqual(['7']);
  });

  it('is the one learned before, until the person presses another for it', () => {
    const { named, site } = desk();
    const ref = { origin: 'https://desk.example', kind: 'ticket' as const, id: '1' };
    const all = [{ ref, changes: [{ field: 'team', to: { label: '9004', id: '9004' } }] }];
    const before = [{ field: 'team', id: '9004', label: 'Development' }];
    const label = () => named(all, site, before)[0]?.changes[0]?.to.label;
    expect(label()).toBe('Development');
    press('#engineering');
    expect([label(), label()]).toEqual(['Engineering', 'Engineering']);
  });

  it('is not kept where the same id means something else in another case', () => {
    vi.useFakeTimers();
    const { words, learn } = desk(LISTS, [{ field: 'status', once: true }]);
    press('#engineering');
    expect([words({ status: '31' }), words({ status: '31' })]).toEqual([['Engineering'], ['Engineering']]);
    vi.advanceTimersByTime(10_000);
    expect([words({ status: '31' }), learn.mock.calls]).toEqual([['31'], []]);
  });

  it('leaves alone what has a word, and fields that the site does not name', () => {
    const { named, site, words } = desk();
    const ref = { origin: 'https://desk.example', kind: 'ticket' as const, id: '1' };
    const changes = [{ field: 'team', to: { label: 'Sales', id: '9004' } }];
    press('#engineering');
    expect(named([{ ref, changes }], site)).toEqual([{ ref, changes }]);
    expect(words({ stage: '4' })).toEqual(['4']);
  });
});

it('whatever is pressed and sent, a word is of a press that stands, and each press gives one at most', () => {
  const OPTIONS = ['#engineering', '#sales', '#sofia'];
  const step = fc.oneof(
    fc.constantFrom(...OPTIONS, '#elsewhere', '#text', '#save').map((css) => ({ press: css })),
    fc.constantFrom(['team'], ['owner'], ['team', 'owner']).map((fields) => ({ send: fields })),
    fc.constantFrom(1_000, 9_999).map((wait) => ({ wait })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      vi.useFakeTimers();
      life.abort();
      life = new AbortController();
      const { words, learn } = desk();
      /** The options pressed since the last press elsewhere, with when the person was last at work on them. */
      let pressed: { word: string; at: number }[] = [];
      for (const [n, one] of steps.entries()) {
        if ('wait' in one) vi.advanceTimersByTime(one.wait);
        else if ('press' in one) {
          press(one.press);
          const word = OPTIONS.includes(one.press)
            ? (document.querySelector(one.press)?.textContent ?? '').replace(/\s+/g, ' ').trim()
            : '';
          if (word) pressed = [...pressed, { word, at: Date.now() }];
          else if (one.press === '#save') pressed = pressed.map((before) => ({ ...before, at: Date.now() }));
          else pressed = [];
        } else {
          // Ids that nobody has sent before: none of them has a word by itself.
          const ids = one.send.map((field) => `${n}${field}`);
          learn.mockClear();
          const given = (words(Object.fromEntries(one.send.map((field, i) => [field, ids[i] ?? '']))) ?? []).filter(
            (word) => !ids.includes(word),
          );
          expect(given.length).toBe(learn.mock.calls.length);
          expect(given.length).toBeLessThanOrEqual(one.send.length > 1 ? 0 : 1);
          for (const word of given) {
            expect(pressed.filter(({ at }) => Date.now() - at < 10_000).map((before) => before.word)).toContain(word);
            pressed = pressed.filter((before) => before.word !== word);
          }
        }
      }
      vi.useRealTimers();
    }),
    { numRuns: 150 },
  );
});

describe('a card that is dragged over a board', () => {
  const BOARD = `<div class="column" id="first"><h2>New</h2><p id="card">A case</p></div><div class="column" id="last"><h2>Closed won</h2>2 cards</div>`;
  const picked: Picked[] = [{ field: 'stage', css: '.column', word: 'h2', drop: true }];
  const drag = (to: number, type = 'pointerup') => {
    over('#first', '#last', '#nothing');
    fire('pointerdown', '#card', { clientX: 0 });
    fire(type, '#card', { clientX: to });
    fire('click', '#first');
  };

  it.each(['pointerup', 'drop'])('has the heading of the column that it came to (%s)', (type) => {
    const { words } = desk(BOARD, picked);
    drag(1, type);
    expect(words({ stage: '97b2' })).toEqual(['Closed won']);
  });

  it.each([
    ['stays in its column', 0],
    ['is let go outside of all', 2],
  ])('has none where it %s', (_, to) => {
    const { words } = desk(BOARD, picked);
    drag(to);
    expect(words({ stage: '97b2' })).toEqual(['97b2']);
  });
});
