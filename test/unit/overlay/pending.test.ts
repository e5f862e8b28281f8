// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { previewOf } from '../../../lib/gate/form-door';
import { watchPending } from '../../../lib/overlay/pending';
import { layOut } from '../../sites/layout';
import { gateWith } from '../gate/gates';
import { cleanPage, component, inside, one, pageWith } from '../gate/page';

cleanPage();
let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  layOut(window as Window & typeof globalThis);
});
afterEach(() => life.abort());
const soon = () => new Promise((resolve) => setTimeout(resolve, 2));

function form(action = '/case/104/details') {
  const parts = gateWith();
  const changed = vi.fn();
  pageWith(`<form method="post" action="${action}"><input name="note"><select name="team"><option value="support" selected>Support
    <option value="engineering">Engineering</select><button>Save</button></form><a id="cancel">Cancel</a>`);
  watchPending(window, (one) => previewOf(one, parts.memory.candidates, parts.gate), changed, life.signal);
  const choose = async (value: string) => {
    one<HTMLSelectElement>('select').value = value;
    one('select').dispatchEvent(new Event('change', { bubbles: true }));
    await soon();
  };
  return { ...parts, changed, choose };
}

describe('a form that shows a handoff before any press', () => {
  it('is told once, and told again when it hands over no more', async () => {
    const { changed, choose, background } = form();
    await choose('engineering');
    await choose('engineering');
    expect(changed.mock.calls).toMatchObject([[{ playbook: 'support-to-engineering', ref: { id: '104' } }]]);
    await choose('support');
    expect(changed.mock.calls.at(-1)).toEqual([null]);
    expect(background.tell).not.toHaveBeenCalled();
    expect(background.ask).not.toHaveBeenCalled();
  });

  it('is told in a component too, whose change events nobody outside hears; not while somebody types', async () => {
    const { changed } = form('/search');
    const root = component(
      'open',
      `<form method="post" action="/case/104/details"><input name="note"><select name="team">
        <option value="support" selected>Support<option value="engineering">Engineering</select></form>`,
    );
    const list = inside<HTMLSelectElement>(root, 'select');
    list.value = 'engineering';
    const input = () => new Event('input', { bubbles: true, composed: true });
    inside(root, 'input').dispatchEvent(input());
    await soon();
    expect(changed).not.toHaveBeenCalled();
    list.dispatchEvent(input());
    await soon();
    expect(changed.mock.calls).toMatchObject([[{ playbook: 'support-to-engineering' }]]);
  });

  it('hands over no more when its box is closed', async () => {
    const { changed, choose } = form();
    await choose('engineering');
    one('form').hidden = true;
    one('#cancel').click();
    await soon();
    expect(changed.mock.calls.at(-1)).toEqual([null]);
  });

  it('a change that hands nothing over, and a form that no write names, are not worth a word', async () => {
    const { changed, choose } = form();
    await choose('support');
    life.abort();
    life = new AbortController();
    const other = form('/search');
    await other.choose('engineering');
    expect([changed.mock.calls, other.changed.mock.calls]).toEqual([[], []]);
  });

  it('is told where it was chosen before Baton could look, as soon as the page has a moment', async () => {
    const { gate, memory } = gateWith();
    pageWith(`<form method="post" action="/case/104/details"><select name="team"><option value="support" selected>Support
      <option value="engineering">Engineering</select><button>Save</button></form>`);
    one<HTMLSelectElement>('select').value = 'engineering';
    const changed = vi.fn();
    watchPending(window, (form) => previewOf(form, memory.candidates, gate), changed, life.signal);
    expect(changed).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(changed.mock.calls).toMatchObject([[{ playbook: 'support-to-engineering' }]]));
  });

  it('is not read while somebody types', async () => {
    const { changed } = form();
    one<HTMLSelectElement>('select').value = 'engineering';
    one('input').dispatchEvent(new Event('input', { bubbles: true }));
    one('input').dispatchEvent(new Event('keydown', { bubbles: true }));
    await soon();
    expect(changed).not.toHaveBeenCalled();
  });
});
