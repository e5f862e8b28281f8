// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseRef } from '../../../lib/model/case';
import { shownAt, whileShown } from '../../../lib/overlay/still-shown';
import { makeStrip } from '../../../lib/overlay/strip';
import { practice } from '../gate/attempts';

const ref = (id: string, kind: CaseRef['kind'] = 'ticket'): CaseRef => ({ origin: location.origin, kind, id });
const put = (html: string) => {
  document.body.innerHTML = html;
};

beforeEach(() => {
  Element.prototype.checkVisibility = () => true;
  vi.useFakeTimers();
  vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => key } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what the page shows of a field', () => {
  it('is read from the case that it shows, and from the rows of others', () => {
    put(`<div id="case"><dl id="details-shown"><div data-field="team"><span class="value">Engineering</span></div></dl></div>
      <table id="cases"><tr data-case-id="8"><td data-field="team"><span class="value">Sales</span></td></tr></table>`);
    const shown = (id: string, field = 'team') => shownAt(practice, document, { ref: ref(id), field });
    expect([shown('104'), shown('8'), shown('9'), shown('104', 'owner')]).toEqual(['Engineering', 'Sales', null, null]);
    expect(shownAt(null, document, { ref: ref('104'), field: 'team' })).toBeNull();
  });
});

describe('a line that is true for a time', () => {
  const line = (key: string) => ({ key, subs: [], tone: 'warn' as const });
  const strip = () => {
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    const made = makeStrip(root);
    const said = () => {
      const { hidden, textContent } = root.querySelector('.strip') as HTMLElement;
      return hidden ? null : textContent;
    };
    return { ...made, said };
  };

  it('stays for as long as the page shows the value', () => {
    const { said, ...made } = strip();
    let value: string | null = 'Engineering';
    made.showWhile(line('still'), (over) => whileShown(() => value, 'Engineering', over));
    vi.advanceTimersByTime(60_000);
    expect(said()).toBe('still');
    value = 'Support L1';
    vi.advanceTimersByTime(2_000);
    expect(said()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives way to the next one, which it does not take along', () => {
    const { said, ...made } = strip();
    let value = 'Engineering';
    made.showWhile(line('still'), (over) => whileShown(() => value, 'Engineering', over));
    made.show(line('other'));
    value = 'Support L1';
    vi.advanceTimersByTime(60_000);
    expect(said()).toBe('other');
    made.endWhile();
    expect(said()).toBe('other');
  });

  it('goes where what it speaks of is asked about again', () => {
    const { said, ...made } = strip();
    made.showWhile(line('still'), (over) => whileShown(() => 'Engineering', 'Engineering', over));
    made.endWhile();
    expect(said()).toBeNull();
  });
});
