// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SavedWatch } from '../../../lib/gate/watch-saved';
import type { CaseRef } from '../../../lib/model/case';
import type { PageSite } from '../../../lib/model/site';
import { show } from '../capture/shown';
import { DESK, practice } from './attempts';
import { byPerson, one } from './page';

const ref: CaseRef = { origin: DESK, kind: 'ticket', id: '104' };
const field = (name: string) => ({
  field: name,
  certainty: 'certain' as const,
  tries: [{ css: `#${name}` }],
  anchor: `#${name}-place`,
});
const site: PageSite = {
  ...practice,
  pages: [{ id: 'case', path: '/case/:id', case: { path: 'id' }, kind: 'ticket', full: true }],
  fields: [field('team'), field('owner'), field('subject')],
  rows: practice.rows,
};
const drawn = (team: string) =>
  `<main><h1 id="subject">Blank page</h1><p id="team-place">${team && `<b id="team">${team}</b>`}</p><button id="menu"></button>
    <ul role="listbox"><li id="option"></li></ul><textarea id="reply"></textarea><p id="else"></p></main>`;

let watch: SavedWatch;
let observer: MutationObserver;
/** A page with an overlay that looks at it too. */
function load(html: string, { overlay = true } = {}) {
  show(html);
  watch = new SavedWatch(document, () => [site]);
  if (overlay) observe();
}
function observe() {
  observer?.disconnect();
  observer = new MutationObserver((records) => watch.changed(records));
  observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
}
/** Time goes by, in milliseconds, and what changed is heard of. */
const pass = async (ms = 0) => {
  await vi.advanceTimersByTimeAsync(ms);
  await Promise.resolve();
};
/** The overlay looks now and then. */
const look = async (ms = 2_500) => {
  await pass(ms);
  watch.look();
};
const act = (css: string, type = 'pointerdown') => {
  const event =
    type === 'keydown' ? new KeyboardEvent(type, { key: 'a', bubbles: true }) : new Event(type, { bubbles: true });
  window.addEventListener(type, (heard) => watch.hear(byPerson(heard)), { capture: true, once: true });
  one(css).dispatchEvent(event);
};
const set = (value: string, name = 'team') => {
  one(`#${name}`).textContent = value;
};
const choose = async (value: string) => {
  act('#menu');
  act('#option');
  set(value);
  await pass();
};
const holds = (name = 'team') => watch.before(site, ref, name)?.value.label;
const choice = () => {
  const [first] = watch.choices(ref, ['team']);
  return first && `${first.from === undefined ? '?' : (first.from?.label ?? 'none')} → ${first.to.label}`;
};
const changes = (value: string) => [{ ref, changes: [{ field: 'team', to: { label: value } }] }];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  observer?.disconnect();
  vi.useRealTimers();
  history.replaceState(null, '', '/case/104');
});

describe('a case that is open', () => {
  it('holds what it came with, however long a choice stands, and after "Not now" too', async () => {
    load(drawn('Support'));
    await look();
    await choose('Engineering');
    for (let i = 0; i < 30; i += 1) await look();
    expect([holds(), choice()]).toEqual(['Support', 'Support → Engineering']);
    act('#else');
    await look(60_000);
    expect(choice()).toBe('Support → Engineering');
    await choose('Support');
    expect(choice()).toBeUndefined();
  });

  it.each([true, false])('is known to a person who begins at once (the overlay is there: %s)', async (overlay) => {
    load(drawn('Support'), { overlay });
    await choose('Engineering');
    expect([holds(), choice()]).toEqual(['Support', 'Support → Engineering']);
    await look();
    expect(choice()).toBe('Support → Engineering');
  });

  it('is known too where the overlay comes after the choice', async () => {
    load(drawn('Support'), { overlay: false });
    await choose('Engineering');
    observe();
    await look();
    await look(30_000);
    expect([holds(), choice()]).toEqual(['Support', 'Support → Engineering']);
  });

  it('is drawn after somebody touched the page: with more than what hands over, nobody chose it', async () => {
    load('<main><button id="menu"></button></main>');
    act('#menu');
    await pass(300);
    document.body.append(document.createRange().createContextualFragment(drawn('Engineering')));
    await look(500);
    expect([holds(), choice()]).toEqual(['Engineering', undefined]);
  });

  it('holds nobody knows what, where a value comes alone and somebody had just pressed something', async () => {
    load(drawn('').replace('team-place', 'x'));
    await look();
    act('#menu');
    one('#x').innerHTML = '<b id="team">Engineering</b>';
    await look(500);
    expect([holds(), choice()]).toEqual([undefined, '? → Engineering']);
  });
});

describe('a field without a value', () => {
  const fill = (value: string) => {
    one('#team-place').innerHTML = `<b id="team">${value}</b>`;
  };

  it('was empty where it stood so for a while, or was touched', async () => {
    load(drawn(''));
    await look();
    await look(3_000);
    act('#menu');
    fill('Engineering');
    await look(500);
    expect(choice()).toBe('none → Engineering');
    load(drawn(''));
    act('#team-place');
    fill('Engineering');
    await look(500);
    expect([choice(), holds()]).toEqual(['none → Engineering', 'Nobody']);
  });

  it('may be drawn a moment later, without anybody’s doing', async () => {
    load(drawn(''));
    await look(100);
    await pass(100);
    fill('Engineering');
    await look(5_000);
    expect([holds(), choice()]).toEqual(['Engineering', undefined]);
  });
});

describe('a value that changes', () => {
  it('while nobody does anything, or only writes a text, is the desk’s own news', async () => {
    load(drawn('Support'));
    await look();
    act('#menu');
    await look();
    for (let i = 0; i < 5; i += 1) {
      act('#reply', 'keydown');
      await pass(200);
    }
    set('Engineering');
    await look(100);
    expect([holds(), choice()]).toEqual(['Engineering', undefined]);
  });

  it('is judged by when it changed, not by when that was seen, and by what changed, not by what else did', async () => {
    load(drawn('Support'));
    await look();
    set('Billing');
    await pass();
    await pass(1_900);
    act('#menu');
    one('#else').textContent = 'opened';
    await look(200);
    expect([holds(), choice()]).toEqual(['Billing', undefined]);
  });

  it('soon after a press is taken for a choice, whoever made it: to be asked once too often is no lost handoff', async () => {
    load(drawn('Support'));
    await look();
    act('#menu');
    await pass(1_000);
    set('Engineering');
    await look();
    expect(choice()).toBe('Support → Engineering');
  });

  it('by the answer to a request of a press is a choice, however late', async () => {
    let entries: ((list: { getEntries(): object[] }) => void) | undefined;
    vi.stubGlobal(
      'PerformanceObserver',
      class {
        constructor(heard: typeof entries) {
          entries = heard;
        }
        observe() {}
      },
    );
    load(drawn('Support'));
    watch.start({ addEventListener: () => {} } as never);
    vi.unstubAllGlobals();
    await look();
    act('#menu');
    const started = performance.now() + 100;
    await pass(8_000);
    set('Engineering');
    entries?.({ getEntries: () => [{ startTime: started, duration: 7_800 }] });
    await look(500);
    expect(choice()).toBe('Support → Engineering');
  });

  it('in a control, which leaves no trace, is a choice if anything was done about then', async () => {
    const inControl = { ...site, fields: [{ ...field('team'), tries: [{ css: '#team', read: 'value' as const }] }] };
    show('<main><input id="team" value="Support"></main>');
    watch = new SavedWatch(document, () => [inControl]);
    observe();
    await look();
    one<HTMLInputElement>('#team').value = 'Billing';
    await look();
    expect([holds(), choice()]).toEqual(['Billing', undefined]);
    act('#team');
    one<HTMLInputElement>('#team').value = 'Engineering';
    await look();
    expect(choice()).toBe('Billing → Engineering');
  });
});

describe('a list that a script chooses in, which tells only afterwards', () => {
  const inList = { ...site, fields: [{ ...field('team'), tries: [{ css: '#team', read: 'value' as const }] }] };
  const list = (marked: string) =>
    `<main><form><select id="team">${['Support', 'Engineering', 'Sales']
      .map((team) => `<option${team === marked ? ' selected' : ''}>${team}</option>`)
      .join('')}</select></form></main>`;
  const loadList = (marked: string) => {
    observer?.disconnect();
    show(list(marked));
    watch = new SavedWatch(document, () => [inList]);
  };
  const script = (value: string) => {
    one<HTMLSelectElement>('#team').value = value;
    for (const type of ['input', 'change']) {
      window.addEventListener(type, (event) => watch.hear(event), { capture: true, once: true });
      one('#team').dispatchEvent(new Event(type, { bubbles: true }));
    }
  };

  it('holds what it came with, though nobody had looked before', async () => {
    loadList('Support');
    script('Engineering');
    expect([holds(), choice()]).toEqual(['Support', 'Support → Engineering']);
  });

  it('holds nobody knows what, where it came with no choice marked', async () => {
    loadList('');
    script('Engineering');
    expect([holds(), choice()]).toEqual([undefined, '? → Engineering']);
  });

  it('holds what it shows, where a script only tells of what it came with', async () => {
    loadList('Support');
    script('Support');
    expect([holds(), choice()]).toEqual(['Support', undefined]);
  });

  it('holds what was seen before, however long ago, and when the same is chosen again', async () => {
    loadList('Support');
    await look();
    await pass(60_000);
    script('Engineering');
    expect([holds(), choice()]).toEqual(['Support', 'Support → Engineering']);
    await look(60_000);
    script('Engineering');
    expect([holds(), choice()]).toEqual(['Support', 'Support → Engineering']);
    await pass(60_000);
    script('Sales');
    expect([holds(), choice()]).toEqual(['Support', 'Support → Sales']);
  });
});

describe('what was sent and answered well', () => {
  it('is what the next change starts from', async () => {
    load(drawn('Support'));
    await look();
    await choose('Sales');
    const left = performance.now();
    await pass(300);
    watch.confirm(changes('Sales'), left, ['Nobody']);
    expect([holds(), choice()]).toEqual(['Sales', undefined]);
    await choose('Engineering');
    await look();
    expect(choice()).toBe('Sales → Engineering');
  });

  it('explains what the desk shows after it, but for what was chosen meanwhile', async () => {
    load(drawn('Support'));
    await look();
    await choose('Sales');
    await pass(10);
    const left = performance.now();
    await pass(100);
    watch.confirm(changes('7001'), left, []);
    set('Sales desk');
    await look(500);
    expect([holds(), choice()]).toEqual(['Sales desk', undefined]);
    const again = performance.now();
    await pass(10);
    await choose('Engineering');
    watch.confirm(changes('Billing'), again, []);
    await look();
    expect(choice()).toBe('Billing → Engineering');
  });

  it('by an id and by a word is one value, and may be that nobody has it', async () => {
    load(drawn('Support'));
    await look();
    const sent = [
      { ref, changes: [{ field: 'team', to: { label: '7002', id: '7002' } }] },
      {
        ref,
        changes: [
          { field: 'team', to: { label: 'Engineering' } },
          { field: 'owner', to: { label: 'jonas' }, implied: true },
        ],
      },
    ];
    act('#else');
    await pass(10);
    watch.confirm(sent, 0, []);
    expect(watch.before(site, ref, 'team')?.value).toEqual({ label: 'Engineering', id: '7002' });
    expect(watch.before(site, ref, 'owner')).toBeUndefined();
    watch.confirm(changes('Nobody'), 0, ['Nobody']);
    expect(watch.before(site, ref, 'team')?.value).toEqual({ label: 'Nobody' });
  });
});

describe('a page that answers a form', () => {
  const form = (team: string) =>
    `<main><h1 id="subject">x</h1><form method="post" action="/case/104/details"><p id="team-place"><select><option id="team">${team}</option></select></p></form></main>`;

  it('does not prove by its controls that the case holds what was sent', async () => {
    load(form('Engineering'));
    await look();
    watch.cameBack([{ ref, changes: [{ field: 'team', from: { label: 'Support' }, to: { label: 'Engineering' } }] }]);
    await look();
    expect([holds(), choice()]).toEqual(['Support', 'Support → Engineering']);
    expect(watch.before(site, ref, 'team', { label: 'Engineering' })?.value.label).toBe('Support');
  });

  it('proves it by its controls where the site knows that they show what the desk holds', async () => {
    load(form('Engineering'));
    site.pages[0] = { ...(site.pages[0] as PageSite['pages'][number]), proves: true };
    watch.cameBack([{ ref, changes: [{ field: 'team', from: { label: 'Support' }, to: { label: 'Engineering' } }] }]);
    await look();
    expect([holds(), choice()]).toEqual(['Engineering', undefined]);
    delete site.pages[0].proves;
  });

  it('says nothing of where it started, where nobody knew that before', async () => {
    load(form('Engineering'));
    watch.cameBack([{ ref, changes: [{ field: 'team', to: { label: 'Engineering' } }] }]);
    await look();
    expect(watch.before(site, ref, 'team', { label: 'Engineering' })).toBeUndefined();
    expect(choice()).toBe('? → Engineering');
  });

  it('proves it by its words', async () => {
    load(drawn('Engineering'));
    watch.cameBack([{ ref, changes: [{ field: 'team', from: { label: 'Support' }, to: { label: 'Engineering' } }] }]);
    await look();
    expect([holds(), choice()]).toEqual(['Engineering', undefined]);
  });
});

describe('a desk that goes from case to case without loading', () => {
  const goTo = (id: number) => {
    history.pushState(null, '', `/case/${id}`);
    watch.moved();
  };
  const other = { ...ref, id: '105' };

  it('takes nothing of the case before for the next one’s, and the press that led there for no choice', async () => {
    load(drawn('Support'));
    await look();
    act('#menu');
    goTo(105);
    act('#else');
    expect(watch.before(site, other, 'team')).toBeUndefined();
    await pass(100);
    set('Engineering');
    await look(600);
    expect(watch.before(site, other, 'team')?.value.label).toBe('Engineering');
    expect(watch.choices(other, ['team'])).toEqual([]);
  });

  it('asks rather than lets go what somebody chose before the case stood still', async () => {
    load(drawn('Support'));
    await look();
    goTo(105);
    await choose('Engineering');
    expect(watch.choices(other, ['team'])).toEqual([{ field: 'team', to: { label: 'Engineering' } }]);
  });

  it('knows a choice again that it left standing, and what it holds of a case only for a while', async () => {
    load(drawn('Support'));
    await look();
    await choose('Engineering');
    act('#menu');
    goTo(105);
    set('Sales');
    await look(6_000);
    expect(watch.before(site, ref, 'team')).toMatchObject({ value: { label: 'Support' }, seenAt: expect.any(Number) });
    goTo(104);
    set('Engineering');
    await look(6_000);
    expect([holds(), choice()]).toEqual(['Support', 'Support → Engineering']);
    goTo(105);
    await look(130_000);
    expect(watch.before(site, ref, 'team')).toBeUndefined();
  });
});

it('a row that shows something else than when it was touched tells nothing: it may be chosen', async () => {
  const row = `<table id="cases"><tr data-case-id="7"><td data-field="status"><b class="value">New</b></td></tr></table>`;
  load(row);
  const other = { ...ref, id: '7' };
  const status = () => watch.before(site, other, 'status')?.value.label;
  expect(status()).toBe('New');
  act('#cases b');
  expect(status()).toBe('New');
  one('#cases b').textContent = 'Waiting';
  expect(status()).toBeUndefined();
  watch.confirm([{ ref: other, changes: [{ field: 'status', to: { label: 'Waiting' } }] }], 0, []);
  expect(status()).toBe('Waiting');
});

it('whatever a person, a desk and colleagues do, nothing counts as saved that was only chosen', async () => {
  const team = fc.constantFrom('Support', 'Engineering', 'Sales', 'Billing');
  const step = fc.oneof(
    fc.record({ do: fc.constantFrom('choose' as const, 'pushed' as const, 'pushed after a press' as const), team }),
    fc.record({
      do: fc.constantFrom('wait' as const, 'save' as const, 'redraw' as const, 'press' as const, 'write' as const),
    }),
  );
  await fc.assert(
    fc.asyncProperty(team, fc.array(step, { maxLength: 25 }), async (loaded, steps) => {
      observer?.disconnect();
      load(drawn(loaded));
      let held = loaded;
      let shown = loaded;
      const everSaved = new Set([loaded]);
      for (const one of steps) {
        if (one.do === 'choose') {
          await choose(one.team);
          shown = one.team;
        }
        if (one.do === 'press') act('#menu');
        if (one.do === 'write') act('#reply', 'keydown');
        if (one.do === 'wait') await look(20_000);
        if (one.do === 'redraw') {
          document.querySelector('main')?.replaceWith(document.createRange().createContextualFragment(drawn(shown)));
          await pass();
        }
        if (one.do === 'save') {
          await pass(10);
          watch.confirm(changes(shown), performance.now(), []);
          held = shown;
          everSaved.add(shown);
        }
        if (one.do === 'pushed' && one.team !== shown) {
          await pass(3_000);
          watch.look();
          set(one.team);
          await look(100);
          held = one.team;
          shown = one.team;
          everSaved.add(shown);
        }
        if (one.do === 'pushed after a press' && one.team !== shown) {
          act('#menu');
          set(one.team);
          await look(100);
          shown = one.team;
        }
        const [chosen] = watch.choices(ref, ['team']);
        expect(holds()).toBe(held);
        expect(everSaved).toContain(holds());
        if (shown === held) expect(chosen).toBeUndefined();
        else expect(chosen).toEqual({ field: 'team', from: { label: held }, to: { label: shown } });
      }
    }),
    { numRuns: 60 },
  );
});
