// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchControls } from '../../../lib/gate/control-door';
import type { Choice } from '../../../lib/gate/saved';
import { shared } from '../../../lib/gate/shared';
import type { CaseRef } from '../../../lib/model/case';
import type { HeldControl, PageSite } from '../../../lib/model/site';
import { practice } from './attempts';
import { gateWith, settled } from './gates';
import { cleanPage, one, pageWith, windowUntil } from './page';

cleanPage();
let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

const BUTTON =
  '<form></form><ul data-case="104"><li><button type="button" class="pick" data-team="engineering">Engineering</button></ul>';

/** A desk with one held control, which moves a case to another team. */
function page(html: string, control: Partial<HeldControl> = {}) {
  const held: HeldControl = {
    id: 'pick',
    css: '.pick',
    on: ['click'],
    kind: 'ticket',
    case: { page: true },
    changes: [{ field: 'team', to: { attr: 'data-team' }, unchanged: ['none'] }],
    ...control,
  };
  const site: PageSite = { ...practice, holdAt: [held] };
  const parts = gateWith({ sites: [site] });
  watchControls(windowUntil(life.signal), () => parts.memory.candidates, parts.gate);
  pageWith(html);
  const heard: string[] = [];
  for (const type of ['click', 'mousedown', 'mouseup', 'keydown', 'change'])
    document.body.addEventListener(type, ({ type: name }) => heard.push(name), { signal: life.signal });
  return { ...parts, heard, changes: () => parts.gate.holds.all()[0]?.handoffs[0]?.changes };
}
const fire = (css: string, event: Event) => one(css).dispatchEvent(event);
const mouse = (type: string, more: MouseEventInit = {}) =>
  new MouseEvent(type, { bubbles: true, cancelable: true, ...more });

describe('a control that is held at its own event', () => {
  it('is stopped before the desk hears of it, and let go once by the same event', async () => {
    const { gate, heard, changes } = page(BUTTON);
    one('.pick').click();
    await settled();
    expect(heard).toEqual([]);
    expect(changes()).toMatchObject([{ field: 'team', to: { id: 'engineering' } }]);
    const attempt = gate.holds.all()[0]?.attempt as string;
    expect(gate.letGo(attempt)).toBe(true);
    expect(heard).toEqual(['click']);
    one('.pick').click();
    expect(heard).toEqual(['click']);
  });

  it('goes on to the whole press where the desk acts as the button of the mouse goes down', async () => {
    const { gate, heard } = page(BUTTON, { on: ['mousedown'] });
    fire('.pick', mouse('mousedown'));
    await settled();
    expect(heard).toEqual([]);
    gate.letGo(gate.holds.all()[0]?.attempt as string);
    expect(heard).toEqual(['mousedown', 'mouseup', 'click']);
  });

  describe('at a key', () => {
    const press = (keys: string[], init: KeyboardEventInit) => {
      const parts = page(BUTTON, { on: ['keydown'], keys });
      fire('.pick', new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
      return parts;
    };
    const ctrlAlt = { ctrlKey: true, altKey: true };
    const SUBMIT = ['Control+Alt+s'];

    it.each<[string, string[], KeyboardEventInit]>([
      ['as the site names it', SUBMIT, { key: 's', code: 'KeyS', ...ctrlAlt }],
      ['with Caps Lock on', SUBMIT, { key: 'S', code: 'KeyS', modifierCapsLock: true, ...ctrlAlt }],
      ['on a Ukrainian keyboard', SUBMIT, { key: 'і', code: 'KeyS', ...ctrlAlt }],
      ['on a Greek keyboard with Caps Lock on', SUBMIT, { key: 'Σ', code: 'KeyS', ...ctrlAlt }],
      ['where it makes another character with the Option key of a Mac', SUBMIT, { key: 'ß', code: 'KeyS', ...ctrlAlt }],
      ['where the letter is in another place', SUBMIT, { key: 's', code: 'Semicolon', ...ctrlAlt }],
      [
        'with Shift, where the site names that too',
        ['Alt+Shift+s'],
        { key: 'S', code: 'KeyS', altKey: true, shiftKey: true },
      ],
      ['by its place, where the site names that', ['Control+Alt+KeyS'], { key: 'o', code: 'KeyS', ...ctrlAlt }],
      ['a key without a letter', ['Control+Enter'], { key: 'Enter', code: 'NumpadEnter', ctrlKey: true }],
    ])('is held %s', (_, keys, init) => {
      const { gate, heard } = press(keys, init);
      expect([gate.holds.size, heard]).toEqual([1, []]);
    });

    it.each<[string, string[], KeyboardEventInit]>([
      ['without its other keys', SUBMIT, { key: 's', code: 'KeyS' }],
      ['with one of them', SUBMIT, { key: 's', code: 'KeyS', ctrlKey: true }],
      ['with one more', SUBMIT, { key: 'S', code: 'KeyS', shiftKey: true, ...ctrlAlt }],
      ['of another letter in its place', SUBMIT, { key: 'o', code: 'KeyS', ...ctrlAlt }],
      ['that types ś on a Polish keyboard', SUBMIT, { key: 'ś', code: 'KeyS', modifierAltGraph: true, ...ctrlAlt }],
      ['that types ó on a Polish keyboard', ['Control+Alt+o'], { key: 'ó', code: 'KeyO', modifierAltGraph: true }],
      ['that belongs to a composition', ['Enter'], { key: 'Enter', code: 'Enter', isComposing: true }],
      ['that ends one', ['Enter'], { key: 'Enter', code: 'Enter', keyCode: 229 }],
    ])('is none %s', (_, keys, init) => {
      const { gate, heard } = press(keys, init);
      expect([gate.holds.size, heard]).toEqual([0, ['keydown']]);
    });

    /** What a desk hears of a key once it is let go, by what desks look at. */
    const replayed = async (keys: string[], init: KeyboardEventInit, desk?: (event: KeyboardEvent) => void) => {
      const { gate } = press(keys, init);
      await settled();
      const heard: string[] = [];
      for (const type of ['keydown', 'keypress', 'keyup'])
        document.body.addEventListener(
          type,
          (event) => {
            const { key, code, keyCode, which, charCode, ctrlKey, altKey } = event as KeyboardEvent;
            heard.push(
              [type, key, code, keyCode, which, charCode, ctrlKey && 'ctrl', altKey && 'alt']
                .filter((one) => one !== false)
                .join(' '),
            );
            desk?.(event as KeyboardEvent);
          },
          { signal: life.signal },
        );
      gate.letGo(gate.holds.all()[0]?.attempt as string);
      return heard;
    };

    it('is let go with all that desks know keys by', async () => {
      const heard = await replayed(SUBMIT, { key: 's', code: 'KeyS', keyCode: 83, which: 83, ...ctrlAlt });
      expect(heard).toEqual(['keydown s KeyS 83 83 0 ctrl alt', 'keyup s KeyS 83 83 0 ctrl alt']);
    });

    it('is followed by the character that it makes, for a desk that listens to that', async () => {
      const letter = await replayed(['e'], { key: 'e', code: 'KeyE', keyCode: 69, which: 69 });
      expect(letter).toEqual(['keydown e KeyE 69 69 0', 'keypress e KeyE 101 101 101', 'keyup e KeyE 69 69 0']);
      life.abort();
      life = new AbortController();
      const enter = await replayed(['Control+Enter'], { key: 'Enter', code: 'Enter', keyCode: 13, ctrlKey: true });
      expect(enter[1]).toBe('keypress Enter Enter 13 13 13 ctrl');
    });

    it('makes no character where the desk took the key', async () => {
      const heard = await replayed(['e'], { key: 'e', code: 'KeyE', keyCode: 69 }, (event) => event.preventDefault());
      expect(heard.map((one) => one.split(' ')[0])).toEqual(['keydown', 'keyup']);
    });
  });

  it('reads the case from the row, and the value from a list or another control', async () => {
    const select = `<form></form><div data-id="7"><select class="pick"><option value="engineering" selected>Engineering</select></div><input id="to" value="engineering">`;
    const row = page(select, {
      on: ['change'],
      case: { attr: 'data-id', of: '[data-id]' },
      changes: [{ field: 'team', to: { attr: 'value' } }],
    });
    fire('.pick', new Event('change', { bubbles: true }));
    expect(row.gate.holds.all()[0]?.handoffs[0]?.ref.id).toBe('7');
    life.abort();
    life = new AbortController();
    const other = page(select, { changes: [{ field: 'team', to: { css: '#to' } }] });
    one('.pick').click();
    expect(other.changes()).toMatchObject([{ to: { id: 'engineering' } }]);
    life.abort();
    life = new AbortController();
    const secret = select.replace('<input ', '<input type="password" ');
    const none = page(secret, { changes: [{ field: 'team', to: { css: '#to' } }] });
    one('.pick').click();
    expect(none.gate.holds.all()).toEqual([]);
  });

  it.each<[string, () => void]>([
    [
      'what hands nothing over',
      () => Object.assign(one('.pick'), { textContent: 'Sales' }).setAttribute('data-team', 'sales'),
    ],
    ['what leaves the field as it is', () => one('.pick').setAttribute('data-team', 'none')],
    ['a control without a value', () => one('.pick').removeAttribute('data-team')],
    ['another button of the mouse', () => fire('.pick', mouse('click', { button: 2 }))],
    ['another control', () => one('.pick').classList.remove('pick')],
  ])('%s passes', (_, make) => {
    const { gate, heard } = page(BUTTON);
    make();
    const before = heard.length;
    if (before === 0) one('button').click();
    expect([gate.holds.size, heard]).toEqual([0, ['click']]);
  });

  it.each<[string, true | string, string[] | undefined]>([
    ['its own words, where it names no id', true, ['Engineering']],
    ['those of the part that the site names', '.name', ['Engineering']],
    ['no words, where that part is missing', '.other', undefined],
  ])('reads %s', (_, text, labels) => {
    const named = '<form></form><p class="pick"> <span class="name"> Engin<b>eering</b>\n</span> </p>';
    const { changes } = page(named, { changes: [{ field: 'team', to: { text } }] });
    one('.name').click();
    expect(changes()?.map(({ to }) => to)).toEqual(labels?.map((label) => ({ label })));
  });

  describe('by what the page shows', () => {
    const differs = (...choices: Choice[]) => {
      shared().saved = {
        choices: (_: CaseRef, fields: string[]) => choices.filter(({ field }) => fields.includes(field)),
      } as never;
      const parts = page(BUTTON, { changes: [], differs: ['team'] });
      one('.pick').click();
      return parts.changes();
    };
    afterEach(() => {
      delete shared().saved;
    });
    const to = { label: 'Engineering' };

    it.each<[string, Choice[], object[] | undefined]>([
      [
        'a choice is a change',
        [{ field: 'team', from: { label: 'Support' }, to }],
        [{ field: 'team', from: { label: 'Support' }, to }],
      ],
      [
        'so is one where there was none',
        [{ field: 'team', from: null, to }],
        [{ field: 'team', from: { label: 'Nobody' }, to }],
      ],
      ['and one where nobody saw what there was', [{ field: 'team', to }], [{ field: 'team', to }]],
      ['one of another field does not count', [{ field: 'status', to }], undefined],
      ['nor does what nobody chose', [], undefined],
    ])('%s', (_, choices, changes) => {
      expect(differs(...choices)).toEqual(changes);
    });
  });

  it('is pressed where the desk drew it again, among others that do something else', async () => {
    const { gate, heard } = page(BUTTON);
    one('.pick').click();
    await settled();
    const other = one('.pick').cloneNode(true) as HTMLElement;
    other.dataset['team'] = 'sales';
    one('.pick').replaceWith(other, one('.pick').cloneNode(true));
    let pressed = '';
    document.body.addEventListener('click', ({ target }) => (pressed = (target as HTMLElement).dataset['team'] ?? ''), {
      once: true,
    });
    expect(gate.letGo(gate.holds.all()[0]?.attempt as string)).toBe(true);
    expect([pressed, heard]).toEqual(['engineering', ['click']]);
  });

  it('presses no other control in the place of one that is gone', async () => {
    const { gate, heard } = page(BUTTON);
    one('.pick').click();
    await settled();
    one('.pick').dataset['team'] = 'sales';
    one('.pick').replaceWith(one('.pick').cloneNode(true));
    expect(gate.letGo(gate.holds.all()[0]?.attempt as string)).toBe(false);
    expect(heard).toEqual([]);
  });

  it('says that it is gone where the desk took the control away: the person does it again', async () => {
    const { gate } = page(BUTTON);
    one('.pick').click();
    await settled();
    one('.pick').remove();
    expect(gate.letGo(gate.holds.all()[0]?.attempt as string)).toBe(false);
  });
});
