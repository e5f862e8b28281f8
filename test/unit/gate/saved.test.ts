import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Saved, type Shown } from '../../../lib/gate/saved';
import type { CaseRef } from '../../../lib/model/case';

const ref: CaseRef = { origin: 'https://desk.example', kind: 'ticket', id: '7' };
const value = (label: string, id?: string) => ({ label, ...(id === undefined ? {} : { id }) });

/** A page that shows a case's team. */
function page(loaded?: string) {
  const saved = new Saved();
  const see = (label: string | null, by: 'desk' | 'person', control = false) =>
    saved.see(ref, { field: 'team', value: label === null ? null : value(label), by, control }, 1);
  if (loaded) see(loaded, 'desk');
  return {
    saved,
    see,
    confirm: (to: Shown, quiet = true) => saved.confirm(ref, 'team', to, quiet, 2),
    doubt: (from: string | undefined, to: string) =>
      saved.doubt(ref, 'team', from === undefined ? undefined : value(from), value(to)),
    holds: () => saved.of(ref, 'team')?.saved,
    choice: () => saved.choices(ref, ['team'])[0],
  };
}

describe('what a case holds', () => {
  it('is what the page came with, however long a choice stands, and nothing else is the choice’s start', () => {
    const { see, holds, choice } = page('Support');
    for (let i = 0; i < 100; i += 1) see('Engineering', 'person');
    for (let i = 0; i < 100; i += 1) see('Engineering', 'desk');
    expect(holds()).toEqual(value('Support'));
    expect(choice()).toEqual({ field: 'team', from: value('Support'), to: value('Engineering') });
    see('Sales', 'person');
    expect(choice()).toMatchObject({ from: value('Support'), to: value('Sales') });
  });

  it('is what the desk changed without the person, also over a choice', () => {
    const { see, holds, choice } = page('Support');
    see('Billing', 'desk');
    expect([holds(), choice()]).toEqual([value('Billing'), undefined]);
    see('Engineering', 'person');
    see('Sales', 'desk');
    expect([holds(), choice()]).toEqual([value('Sales'), undefined]);
  });

  it('a choice that is taken back counts no more', () => {
    const { see, choice } = page('Support');
    see('Engineering', 'person');
    see('Support', 'person');
    expect(choice()).toBeUndefined();
  });

  it('is not known where the first that is seen may be a choice', () => {
    const { see, holds, choice } = page();
    see('Engineering', 'person');
    expect(holds()).toBeUndefined();
    expect(choice()).toEqual({ field: 'team', to: value('Engineering') });
    see('Engineering', 'desk');
    expect(holds()).toBeUndefined();
    see('Support', 'desk');
    expect([holds(), choice()]).toEqual([value('Support'), undefined]);
  });

  it('may be nothing, which is something to start from', () => {
    const { see, choice } = page();
    see(null, 'desk');
    see('Engineering', 'person');
    expect(choice()).toEqual({ field: 'team', from: null, to: value('Engineering') });
  });

  it('a person that is written in another way is the same', () => {
    const saved = new Saved();
    const see = (label: string) => saved.see(ref, { field: 'owner', value: value(label), by: 'person' }, 1);
    saved.see(ref, { field: 'owner', value: value('jonas'), by: 'desk' }, 1);
    see('jonas (Jonas Lindqvist)');
    expect(saved.choices(ref, ['owner'])).toEqual([]);
    see('priya');
    expect(saved.choices(ref, ['owner'])).toHaveLength(1);
  });
});

describe('what an answer confirmed', () => {
  it('is held from then on, by the word that the page shows for it', () => {
    const { see, confirm, holds, choice } = page('Support');
    see('Engineering', 'person');
    confirm(value('7002', '7002'));
    expect([holds(), choice()]).toEqual([value('Engineering', '7002'), undefined]);
    see('Engineering', 'person');
    expect(choice()).toBeUndefined();
    see('Support', 'person');
    expect(choice()).toMatchObject({ from: value('Engineering', '7002'), to: value('Support') });
  });

  it('has its own word where the page may show a later choice, which stays one', () => {
    const { see, confirm, holds, choice } = page('Support');
    see('Sales', 'person');
    confirm(value('Engineering', '7002'), false);
    expect(holds()).toEqual(value('Engineering', '7002'));
    expect(choice()).toMatchObject({ to: value('Sales') });
  });

  it('holds where the page does not show it yet, and the page’s old value is no choice', () => {
    const { see, confirm, holds, choice } = page('Support');
    confirm(value('Engineering'));
    see('Support', 'desk');
    expect([holds(), choice()]).toEqual([value('Engineering'), undefined]);
    see('Engineering', 'desk');
    expect(choice()).toBeUndefined();
  });

  it('may be that nobody has it', () => {
    const { see, confirm, choice } = page('Support');
    confirm(null);
    see('Engineering', 'person');
    expect(choice()).toMatchObject({ from: null });
  });
});

describe('a page that answers what left', () => {
  it('proves nothing by what stands in its controls, whatever was looked at first', () => {
    for (const early of [true, false]) {
      const { see, doubt, holds, choice } = page();
      if (early) see('Engineering', 'desk', true);
      doubt('Support', 'Engineering');
      see('Engineering', 'desk', true);
      expect(holds()).toEqual(value('Support'));
      expect(choice()).toEqual({ field: 'team', from: value('Support'), to: value('Engineering') });
      see('Sales', 'person', true);
      expect(choice()).toMatchObject({ from: value('Support'), to: value('Sales') });
      see('Support', 'person', true);
      expect(choice()).toBeUndefined();
    }
  });

  it('says what it says in words', () => {
    for (const early of [true, false]) {
      const { see, doubt, holds, choice } = page();
      if (early) see('Engineering', 'desk');
      doubt('Support', 'Engineering');
      see('Engineering', 'desk');
      expect([holds(), choice()]).toEqual([value('Engineering'), undefined]);
    }
  });

  it('leaves it unknown where nobody knew, and an answer ends the doubt', () => {
    const { see, doubt, confirm, holds, choice } = page();
    doubt(undefined, 'Engineering');
    see('Engineering', 'desk', true);
    expect(choice()).toEqual({ field: 'team', to: value('Engineering') });
    confirm(value('Engineering'));
    expect([holds(), choice()]).toEqual([value('Engineering'), undefined]);
  });
});

it('whatever happens, it is what was loaded, saved or changed by the desk last; a choice is told as one until then', () => {
  const team = fc.constantFrom('Support', 'Engineering', 'Sales', 'Billing');
  const step = fc.oneof(
    fc.record({ do: fc.constant('choose' as const), team }),
    fc.record({ do: fc.constantFrom('wait' as const, 'save' as const, 'refused' as const, 'not now' as const) }),
    fc.record({ do: fc.constantFrom('pushed' as const, 'saved elsewhere' as const), team }),
  );
  fc.assert(
    fc.property(team, fc.array(step, { maxLength: 40 }), (loaded, steps) => {
      const { see, confirm, holds, choice } = page(loaded);
      let held = loaded;
      let shown = loaded;
      for (const one of steps) {
        if (one.do === 'choose' && one.team === shown) continue;
        if (one.do === 'choose') {
          shown = one.team;
          see(shown, 'person');
        }
        // The page is looked at again and again; it is drawn again; a refusal and "Not now" leave the choice where it is.
        if (['wait', 'refused', 'not now'].includes(one.do)) see(shown, 'desk');
        if (one.do === 'save') {
          held = shown;
          confirm(value(shown));
        }
        if (one.do === 'saved elsewhere') {
          held = one.team;
          confirm(value(one.team), false);
        }
        if (one.do === 'pushed' && one.team !== shown) {
          shown = one.team;
          held = one.team;
          see(shown, 'desk');
        }
        expect(holds()).toMatchObject({ label: held });
        const chosen = choice();
        if (chosen) expect(chosen).toMatchObject({ from: { label: held }, to: { label: shown } });
        // What the case holds is never taken for a choice; what was chosen last always is.
        if (shown === held) expect(chosen).toBeUndefined();
        if (one.do === 'choose' && shown !== held) expect(chosen).toBeDefined();
      }
    }),
    { numRuns: 500 },
  );
});
