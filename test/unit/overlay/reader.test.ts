// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shared } from '../../../lib/gate/shared';
import { SavedWatch } from '../../../lib/gate/watch-saved';
import type { CaseSnapshot } from '../../../lib/model/case';
import { readWhenIdle } from '../../../lib/overlay/reader';
import { show } from '../capture/shown';
import { practice } from '../gate/attempts';

const message = (n: number) =>
  `<li class="message" id="m${n}" data-kind="customer"><b class="author">a</b><p class="body">message ${n}</p></li>`;
const caseOf = (count: number) =>
  `<div id="case"><h1 id="case-subject">Blank page</h1><ol id="conversation">${Array.from({ length: count }, (_, n) => message(n)).join('')}</ol></div>`;

let told: CaseSnapshot[] = [];
const start = (count: number) => {
  show(caseOf(count));
  return begin();
};
const begin = () =>
  readWhenIdle(
    document,
    () => practice,
    () => [],
    async (snapshot) => void told.push(snapshot),
  );
const counts = () => told.map(({ entries }) => entries.length);
const texts = () => told.at(-1)?.entries.map(({ text }) => text) ?? [];
/** Time in which the page is idle. */
const pass = (ms = 5_000) => vi.advanceTimersByTimeAsync(ms);
const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));

beforeEach(() => {
  told = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('a case that is read when the page is idle', () => {
  it('is told with its newest twenty entries first, and then whole', async () => {
    start(60);
    await pass();
    expect(counts()).toEqual([20, 60]);
    expect([texts()[0], texts()[59]]).toEqual(['message 0', 'message 59']);
    expect(told[0]?.entries[0]?.text).toBe('message 40');
    expect(told.map(({ fields }) => fields[0]?.value)).toEqual(['Blank page', 'Blank page']);
  });

  it('of twenty entries is told once', async () => {
    start(20);
    await pass();
    expect(counts()).toEqual([20]);
  });

  it('is told anew when an entry is added, without a doubled or lost one', async () => {
    start(60);
    await pass();
    document.querySelector('#conversation')?.append(document.createRange().createContextualFragment(message(60)));
    await pass();
    expect(texts()).toEqual(Array.from({ length: 61 }, (_, n) => `message ${n}`));
  });

  it('is told anew when an old entry changes', async () => {
    start(60);
    await pass();
    (document.querySelector('#m3 .body') as Element).textContent = 'corrected';
    await pass();
    expect(texts()[3]).toBe('corrected');
  });

  it('is not read while the person types, neither first nor again nor in slices', async () => {
    start(60);
    for (let i = 0; i < 20; i += 1) {
      press();
      await pass(100);
    }
    expect(counts()).toEqual([]);
    await pass();
    expect(counts()).toEqual([20, 60]);
    (document.querySelector('#case-subject') as Element).textContent = 'New name';
    for (let i = 0; i < 30; i += 1) {
      press();
      await pass(100);
    }
    expect(counts()).toEqual([20, 60]);
    await pass();
    expect(told.at(-1)?.fields[0]?.value).toBe('New name');
  });

  it('that is read hears no keys until there is something to read again', async () => {
    let heard = false;
    for (const [name, now] of [
      ['addEventListener', true],
      ['removeEventListener', false],
    ] as const) {
      const real = document[name].bind(document) as (...of: unknown[]) => void;
      vi.spyOn(document, name).mockImplementation((...of: unknown[]) => {
        if (of[0] === 'keydown') heard = now;
        real(...of);
      });
    }
    start(60);
    expect(heard).toBe(true);
    await pass();
    expect([counts(), heard]).toEqual([[20, 60], false]);
    (document.querySelector('#case-subject') as Element).textContent = 'New name';
    await pass(0);
    expect(heard).toBe(true);
    await pass();
    expect(heard).toBe(false);
    vi.restoreAllMocks();
  });

  it('is not read while the person types, though what was read before is told meanwhile', async () => {
    show(caseOf(20));
    let done = () => {};
    const of: string[] = [];
    readWhenIdle(
      document,
      () => practice,
      () => [],
      ({ fields }) => {
        of.push(fields[0]?.value ?? '');
        return new Promise((resolve) => (done = resolve));
      },
    );
    await pass();
    (document.querySelector('#case-subject') as Element).textContent = 'New name';
    // A reading waits for an idle moment by now, which comes 50 ms later.
    await pass(1_010);
    done();
    await pass(10);
    press();
    await pass(300);
    expect(of).toEqual(['Blank page']);
    await pass();
    expect(of).toEqual(['Blank page', 'New name']);
  });

  it('is not read while the person types who began before Baton was there', async () => {
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { userActivation: { isActive: true } }));
    show(`${caseOf(60)}<textarea id="reply"></textarea>`);
    (document.querySelector('#reply') as HTMLElement).focus();
    begin();
    await pass(500);
    expect(counts()).toEqual([]);
    for (let i = 0; i < 20; i += 1) {
      press();
      await pass(100);
    }
    expect(counts()).toEqual([]);
    await pass();
    expect(counts()).toEqual([20, 60]);
    vi.unstubAllGlobals();
  });

  it('is read at once when it is asked for, with what is known of older entries', async () => {
    const reader = start(60);
    expect(reader.now()?.entries).toHaveLength(20);
    await pass();
    press();
    expect(reader.now()?.entries).toHaveLength(60);
  });
});

describe('a value that may be a choice', () => {
  const details = (team: string) =>
    `<div id="case"><h1 id="case-subject">Blank page</h1><dl id="details-shown"><dd data-field="team"><span class="value">${team}</span></dd></dl><button>Choose</button></div>`;
  const teams = () => told.map(({ fields }) => fields.find(({ field }) => field === 'team')?.value);
  const set = (team: string) => {
    (document.querySelector('.value') as Element).textContent = team;
  };
  const choose = (team: string) => {
    shared().saved?.hear(new Event('change'));
    set(team);
  };
  beforeEach(() => {
    shared().saved = new SavedWatch(document, () => [practice]);
  });
  afterEach(() => {
    delete shared().saved;
  });

  it('is never told as what the case holds, however long it stands; what was seen saved is, beside what else is new', async () => {
    show(details('Support'));
    const reader = begin();
    await pass();
    choose('Engineering');
    await pass(60_000);
    (document.querySelector('#case-subject') as Element).textContent = 'New name';
    await pass(60_000);
    expect(teams()).toEqual(['Support', 'Support']);
    expect(reader.last?.fields.find(({ field }) => field === 'team')?.value).toBe('Support');
    expect(told.at(-1)?.fields[0]?.value).toBe('New name');
    // What the page shows this moment is another question.
    expect(reader.shown()?.fields.find(({ field }) => field === 'team')?.value).toBe('Engineering');
  });

  it('is told once the desk confirmed it, and what the desk changed itself at once', async () => {
    show(details('Support'));
    begin();
    await pass();
    choose('Sales');
    await pass();
    const ref = { origin: 'http://127.0.0.1:18090', kind: 'ticket' as const, id: '104' };
    shared().saved?.confirm([{ ref, changes: [{ field: 'team', to: { label: 'Sales' } }] }], performance.now(), []);
    document.body.append('saved');
    (document.querySelector('#case') as Element).append('saved');
    await pass();
    set('Billing');
    await pass(1_500);
    expect(teams()).toEqual(['Support', 'Sales', 'Billing']);
  });

  it('is not told where it was chosen before the first reading, and what was there then is not known to be lost', async () => {
    show(details('Support'));
    shared().saved?.hear(new Event('change'));
    choose('Engineering');
    begin();
    await pass();
    expect(teams()).toEqual([undefined]);
  });
});

describe('a desk that goes from case to case without loading', () => {
  const navigation = new EventTarget();
  const pane = (id: number, subject: string, how = '') =>
    `<section data-case="${id}" ${how}><h1 id="case-subject">${subject}</h1><ol id="conversation">${message(id)}</ol></section>`;
  const site = {
    ...practice,
    pages: practice.pages.map((page) => ({ ...page, container: '[data-case=":id"]' })),
  };
  const startPanes = (html: string) => {
    show(html);
    // Readers of tests before hear of the address too.
    const mine = told;
    readWhenIdle(
      document,
      () => site,
      () => [],
      async (snapshot) => void mine.push(snapshot),
    );
  };
  const goTo = (id: number) => {
    history.pushState(null, '', `/case/${id}`);
    navigation.dispatchEvent(new Event('currententrychange'));
  };
  const subjects = () =>
    told.map(({ ref, fields }) => `${ref.id} ${fields.find(({ field }) => field === 'subject')?.value}`);
  const section = (id: number) => document.querySelector<HTMLElement>(`[data-case="${id}"]`);

  beforeEach(() => Object.assign(globalThis, { navigation }));
  afterEach(() => {
    Object.assign(globalThis, { navigation: undefined });
    history.replaceState(null, '', '/case/104');
  });

  it('is read from the pane of the case in its address, of several that are alive', async () => {
    startPanes(pane(104, 'Blank page') + pane(105, 'Refund', 'hidden'));
    await pass();
    section(104)?.setAttribute('hidden', '');
    section(105)?.removeAttribute('hidden');
    goTo(105);
    await pass();
    expect(subjects()).toEqual(['104 Blank page', '105 Refund']);
  });

  it('is read once the new case stands still, so that nothing of the case before is taken for its own', async () => {
    startPanes(pane(104, 'Blank page'));
    await pass();
    goTo(105);
    // The address comes first, then the pane, then its parts one by one.
    await pass(900);
    section(104)?.replaceWith(document.createRange().createContextualFragment(pane(105, 'Blank page')));
    await pass(300);
    (section(105)?.querySelector('h1') as Element).textContent = 'Refund';
    await pass();
    expect(subjects()).toEqual(['104 Blank page', '105 Refund']);
  });

  it('is watched where it stands now: what changes in the pane before tells nothing', async () => {
    startPanes(pane(104, 'Blank page') + pane(105, 'Refund', 'hidden'));
    await pass();
    section(104)?.setAttribute('hidden', '');
    section(105)?.removeAttribute('hidden');
    goTo(105);
    await pass();
    (section(104)?.querySelector('h1') as Element).textContent = 'Changed unseen';
    await pass();
    (section(105)?.querySelector('h1') as Element).textContent = 'Refund of May';
    await pass();
    expect(subjects()).toEqual(['104 Blank page', '105 Refund', '105 Refund of May']);
  });
});
