import { describe, expect, it } from 'vitest';
import type { Landing } from '../../../lib/model/landing';
import { landingTells } from '../../../lib/rules/landing';

const led: Landing = { status: 200, redirected: true, signIn: false, home: true, again: false };
const tells = (more: Partial<Landing>, apart = false) => landingTells({ ...led, ...more }, { apart });

describe('the page that answers what left', () => {
  it('to which the desk led on, and which people see who are signed in: it went', () => {
    expect(tells({})).toEqual({ signal: 'confirmed' });
    const { status: _, ...untold } = led;
    expect(landingTells(untold, { apart: false })).toEqual({ signal: 'confirmed' });
  });

  it.each([400, 403, 409, 422, 500, 503])('that is an error %d: it did not go', (status) => {
    expect(tells({ status, redirected: false })).toEqual({ signal: 'refused', why: `answered: ${status}` });
    expect(tells({ status, redirected: false, home: false }, true)).toMatchObject({ signal: 'refused' });
  });

  it.each([403, 404, 500])(
    'to which the desk led and that is an error %d: nobody knows, for it may have saved before',
    (status) => {
      expect(tells({ status })).toEqual({ signal: 'lost', why: `answered: ${status}` });
    },
  );

  it('that asks for a password: it did not go, though the desk led there', () => {
    expect(tells({ signIn: true, home: false })).toEqual({ signal: 'refused', why: 'signed-out' });
    expect(tells({ signIn: true, redirected: false })).toEqual({ signal: 'refused', why: 'signed-out' });
    expect(tells({ signIn: true, status: 401 })).toEqual({ signal: 'refused', why: 'signed-out' });
  });

  it('that asks for a password after the desk had led elsewhere first: nobody knows', () => {
    expect(tells({ signIn: true, ledOn: true })).toEqual({ signal: 'lost', why: 'signed-out' });
  });

  it('that shows the same form at the address of what was sent: it did not go', () => {
    expect(tells({ again: true, redirected: false })).toEqual({ signal: 'refused', why: 'form-again' });
  });

  it.each<[string, Partial<Landing>, boolean]>([
    ['shows the case itself, or another value in its row', {}, true],
    ['came without being led to', { redirected: false }, false],
    ['says of nobody that they are signed in', { home: false }, false],
    ['was led to and has a form for itself', { again: true }, false],
    ['shows the case itself, with a form', { again: true, redirected: false }, true],
  ])('that %s: nothing', (_, more, apart) => {
    expect(tells(more, apart)).toBeNull();
  });
});
