// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readForm } from '../../../lib/gate/form-door';
import { shared } from '../../../lib/gate/shared';
import { SavedWatch } from '../../../lib/gate/watch-saved';
import type { PageSite } from '../../../lib/model/site';
import { practice } from './attempts';
import { cleanPage, one, pageWith } from './page';

cleanPage();
const site: PageSite = {
  ...practice,
  writes: practice.writes.map((write) =>
    write.id === 'reply' ? { ...write, path: '/save', case: { body: 'id' } } : write,
  ),
};
let watch: SavedWatch;
beforeEach(() => {
  watch = new SavedWatch(document, () => [site]);
  shared().saved = watch;
});
afterEach(() => {
  delete shared().saved;
  history.replaceState(null, '', '/case/104');
});

/** The form of a case, with this choice as the one that it came with: as a desk draws it again after a choice, or after a refusal. */
const draw = (chosen: string, id = '104', action = `/case/${id}/details`): HTMLFormElement => {
  const option = (value: string, words: string) =>
    `<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`;
  const list = `<select name="owner"><option value="5">&lt;&lt; me &gt;&gt;</option>${option('5', 'Amara')}${option('6', 'Jonas')}</select>`;
  return pageWith(`<form method="post" action="${action}"><input type="hidden" name="id" value="${id}">${list}</form>`);
};
const choose = (value: string) => {
  const list = one<HTMLSelectElement>('select');
  list.value = value;
  window.addEventListener('change', (event) => watch.hear(event), { capture: true, once: true });
  list.dispatchEvent(new Event('change', { bubbles: true }));
};
const cameWith = (form: HTMLFormElement) => readForm(form, null, site)?.attempt.labels?.['owner']?.[0]?.before;
const AMARA = { label: 'Amara', id: '5' };
const JONAS = { label: 'Jonas', id: '6' };

describe('a list of a form that is drawn again', () => {
  it('counts from what it came with at first', () => {
    draw('5');
    choose('6');
    expect(cameWith(draw('6'))).toEqual(AMARA);
    choose('5');
    choose('6');
    expect(cameWith(draw('6'))).toEqual(AMARA);
  });

  it('counts from what it came with last, where nobody had touched it', () => {
    draw('5');
    expect(cameWith(draw('6'))).toEqual(JONAS);
  });

  it('that came without a choice has none to count from', () => {
    draw('');
    choose('6');
    expect(cameWith(draw('6'))).toBeUndefined();
  });

  it('counts for each case alone, whether its address or a field of the form names it', () => {
    draw('5');
    choose('6');
    expect(cameWith(draw('6', '105'))).toEqual(JONAS);
    draw('5', '104', '/save');
    choose('6');
    expect(cameWith(draw('6', '104', '/save'))).toEqual(AMARA);
    expect(cameWith(draw('6', '105', '/save'))).toEqual(JONAS);
  });

  it('starts again on another page of the same document', () => {
    draw('5');
    choose('6');
    history.pushState(null, '', '/queue/support');
    watch.moved();
    expect(cameWith(draw('6'))).toEqual(JONAS);
  });

  it('was there with the first act, wherever that was: what it sets off may choose in any form', () => {
    draw('5');
    watch.hear(new Event('change'));
    expect(cameWith(draw('6'))).toEqual(AMARA);
  });
});
