// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formAttempt } from '../../../lib/gate/form';
import { cameFirst, noteLists } from '../../../lib/gate/redrawn';
import { shared } from '../../../lib/gate/shared';

const REFUSED = '#errorExplanation';
let page = 0;

/** The form of a case of its own, with this choice as the one that it came with: as the desk draws it after a choice. */
function draw(chosen: string): HTMLFormElement {
  const option = (value: string, words: string) =>
    `<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`;
  const list = `<select name="owner"><option value="5">&lt;&lt; me &gt;&gt;</option>${option('5', 'Amara')}${option('6', 'Jonas')}</select>`;
  document.body.innerHTML = `<form method="post" action="/issues/${page}">${list}</form>`;
  return document.querySelector('form') as HTMLFormElement;
}

function choose(form: HTMLFormElement, value: string): void {
  const list = form.querySelector('select') as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

const shownIn = (form: HTMLFormElement, redrawn?: string) =>
  formAttempt(form, null, new Set(['owner']), [], redrawn).labels?.owner?.[0];

beforeEach(() => {
  page++;
  shared().cameFirst = cameFirst;
});
afterEach(() => {
  delete shared().cameFirst;
});

describe('a form that the desk draws anew after a choice', () => {
  noteLists(window);

  it('counts from what it came with at first', () => {
    choose(draw('5'), '6');
    expect(shownIn(draw('6'), REFUSED)).toEqual({ value: '6', now: 'Jonas', before: { label: 'Amara', id: '5' } });
  });

  it('is not looked at so on a desk that does not do that', () => {
    choose(draw('5'), '6');
    expect(shownIn(draw('6'))?.before).toEqual({ label: 'Jonas', id: '6' });
  });

  it('says nothing of the case where it came back with a refusal', () => {
    const form = draw('6');
    form.insertAdjacentHTML('beforeend', '<p id="errorExplanation">Subject cannot be blank</p>');
    expect(shownIn(form, REFUSED)).toEqual({ value: '6', now: 'Jonas' });
  });

  it('is another form for another case', () => {
    choose(draw('5'), '6');
    page++;
    expect(shownIn(draw('6'), REFUSED)?.before?.id).toBe('6');
  });
});

it('a person’s own entry has the person’s name', () => {
  const form = draw('6');
  choose(form, '5');
  expect(shownIn(form)?.now).toBe('Amara');
});
