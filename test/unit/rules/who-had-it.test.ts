import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/model/attempt';
import { whoHadIt } from '../../../lib/rules/who-had-it';
import { field, snapshot } from './cases';

const change = (name: string, from: string | undefined, to: string): Change => ({
  field: name,
  ...(from === undefined ? {} : { from: { label: from } }),
  to: { label: to },
});
const owned = snapshot([field('team', 'Inside sales'), field('owner', 'Noor Haddad'), field('stage', 'Prospecting')]);

describe('who had a case', () => {
  it('is the team that it is taken from, before the person', () => {
    const changes = [change('owner', 'Amara', 'Jonas'), change('team', 'Support L1', 'Engineering')];
    expect(whoHadIt(changes, undefined)).toEqual({ label: 'Support L1' });
  });

  it('is told with when it was seen, where that was earlier', () => {
    expect(whoHadIt([{ ...change('team', 'Support L1', 'Engineering'), fromSeenAt: 7 }], undefined)).toEqual({
      label: 'Support L1',
      seenAt: 7,
    });
  });

  it('is never a stage or a status: where these alone change it is the team, else the person, that was read', () => {
    const won = [change('stage', 'Prospecting', 'Won')];
    expect(whoHadIt(won, owned)).toEqual({ label: 'Inside sales' });
    expect(whoHadIt(won, snapshot([field('owner', 'Noor Haddad')]))).toEqual({ label: 'Noor Haddad' });
    expect(whoHadIt([change('status', 'Open', 'Escalated')], undefined)).toBeUndefined();
  });

  it('is not what the page shows of a field that is changing, nor what was only guessed', () => {
    expect(whoHadIt([change('owner', undefined, 'Jonas')], snapshot([field('owner', 'Jonas')]))).toBeUndefined();
    expect(
      whoHadIt([change('stage', 'Open', 'Won')], snapshot([field('team', 'Sales', { certainty: 'guess' })])),
    ).toBeUndefined();
  });

  it('is nobody where the desk says so', () => {
    expect(whoHadIt([change('owner', 'Unassigned', 'Jonas')], owned)).toEqual({ label: 'Inside sales' });
    expect(whoHadIt([change('owner', 'Unassigned', 'Jonas')], undefined)).toBeUndefined();
  });
});
