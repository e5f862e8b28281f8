import { describe, expect, it } from 'vitest';
import { hasSecret } from '../../../../lib/rules/evidence/secret';
import { answer, common, judge } from '../cases';

describe('a secret in a text', () => {
  it.each([
    ['a card', 'The card is 4111 1111 1111 1111, please refund it'],
    ['a card without gaps', 'card=5555555555554444'],
    ['a card with when it expires', '4111-1111-1111-1111 12/27'],
    ['a card in other groups', 'Amex 3782 822463 10005'],
    ['an account', 'Pay to DE89 3704 0044 0532 0130 00 by Friday'],
    ['an account without gaps', 'iban gb29nwbk60161331926819'],
    ['a password', 'Login dana, password: hunter2!'],
    ['a password in German', 'Kennwort = Sommer2026'],
    ['the code of a card', 'cvv: 123'],
    ['a key', 'use sk_live_4eC39HqLyjWDarjtT1zdp7dc'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE'],
    ['a session', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N'],
  ])('%s is found', (_, text) => {
    expect(hasSecret(text)).toBe(true);
  });

  it.each([
    ['an invoice', 'Invoice INV-20931 of order 4111-2026, twice'],
    ['a card whose check digit is wrong', '4111 1111 1111 1112'],
    ['one digit over and over', '4444444444444444'],
    ['a phone number', '+49 30 1234 5678 90'],
    ['a time', '2026-11-20 10:30 to 2026-11-21 09:00'],
    ['a trace', 'trace 8f3a2c1d-0000-4000-8000-00000000002a'],
    ['an account whose checksum is wrong', 'DE88 3704 0044 0532 0130 00'],
    ['where the password is', 'password: in the vault, shared with Priya'],
    ['what happened to it', 'They forgot the password. Token expired at noon'],
    ['an address', 'secret: https://vault.example.com/entry/17'],
  ])('%s is none', (_, text) => {
    expect(hasSecret(text)).toBe(false);
  });

  it('is refused where a playbook does not want any, whoever wrote it, and nowhere else', () => {
    const text = { ...common, id: 'c', kind: 'text' } as const;
    const card = answer('Refund to 4111 1111 1111 1111');
    expect(judge(text, card)).toBeNull();
    expect(judge({ ...text, without: 'secrets' }, card)).toBe('secret');
    expect(judge({ ...text, without: 'secrets' }, { ...card, by: 'guess' })).toBe('secret');
    const columns = [{ id: 'a', label: 'A' }];
    const rows = { ...common, id: 'c', kind: 'rows' as const, columns, minRows: 1 };
    expect(judge(rows, answer([['password: hunter2!']]))).toBeNull();
    expect(judge({ ...rows, without: 'secrets' }, answer([['fine'], ['password: hunter2!']]))).toBe('secret');
  });
});
