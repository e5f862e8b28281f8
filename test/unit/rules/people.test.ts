import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, joinNames, knownAs, namesIn, samePerson, teamsOf } from '../../../lib/rules/people';

describe('the names in a label', () => {
  it.each([
    ['amara', ['amara']],
    ['amara (Amara Okafor)', ['amara (amara okafor)', 'amara', 'amara okafor']],
    ['Dana Whitlock <dana@example.com>', ['dana whitlock <dana@example.com>', 'dana whitlock', 'dana@example.com']],
    ['  Amara\u00a0 OKAFOR ', ['amara okafor']],
    ['Ａｍａｒａ', ['amara']],
    ['(Amara)', ['(amara)']],
    ['', ['']],
  ])('%j', (label, names) => expect(namesIn(label)).toEqual(names));
});

describe('one person under two names', () => {
  it.each([
    ['jonas', 'Jonas Lindqvist', 'Jonas Lindqvist (jonas)'],
    ['Jonas Lindqvist', 'jonas', 'Jonas Lindqvist (jonas)'],
    ['Jonas Lindqvist (jonas)', 'JONAS', 'Jonas Lindqvist (jonas)'],
    ['jonas', 'jonas (Jonas Lindqvist)', 'jonas (Jonas Lindqvist)'],
    ['Jonas Lindqvist', 'Priya Raman', 'Priya Raman'],
    ['jonas', 'priya', 'priya'],
  ])('%s, then %s: %s', (known, label, joined) => expect(joinNames(known, label)).toBe(joined));

  const words = [
    { field: 'owner', id: '41', label: 'Amara Okafor (amara)' },
    { field: 'owner', id: 'jonas', label: 'Jonas Lindqvist' },
    { field: 'owner', id: '7', label: 'Kim Lee' },
    { field: 'owner', id: '8', label: 'Kim Lee' },
    { field: 'team', id: '41', label: 'Sales' },
  ];
  it.each([
    ['by the id alone', { label: '41', id: '41' }, 'Amara Okafor (amara)'],
    ['by an id that is a login', { label: 'jonas', id: 'jonas' }, 'Jonas Lindqvist (jonas)'],
    ['by a name', { label: 'amara' }, 'Amara Okafor (amara)'],
    ['by a login that is an id', { label: 'jonas' }, 'Jonas Lindqvist (jonas)'],
    ['not by a name that two have', { label: 'Kim Lee' }, 'Kim Lee'],
    ['not one that nobody named', { label: '99', id: '99' }, '99'],
  ])('is known %s', (_, value, label) => expect(knownAs(value, words)).toEqual({ ...value, label }));
});

describe('the same person', () => {
  it('by login, name or mail address, whichever the two have in common', () => {
    expect(samePerson('amara (Amara Okafor)', 'Amara Okafor')).toBe(true);
    expect(samePerson('AMARA', 'amara (Amara Okafor)')).toBe(true);
    expect(samePerson('Dana <dana@example.com>', 'dana@example.com')).toBe(true);
  });

  it('not by half a name', () => {
    expect(samePerson('Amara', 'Amara Okafor')).toBe(false);
    expect(samePerson('amara (Amara Okafor)', 'amara2')).toBe(false);
    expect(samePerson('ann', 'joanna')).toBe(false);
  });

  it('is the same person whoever is named first, and always oneself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(samePerson(a, b)).toBe(samePerson(b, a));
        expect(samePerson(a, a)).toBe(true);
        expect(fold(fold(a))).toBe(fold(a));
      }),
    );
  });
});

describe('the teams of a person', () => {
  const roster = [
    { team: 'Support L1', people: ['amara', 'Dana Whitlock'] },
    { team: 'Engineering', people: ['Priya Nair <priya@example.com>', 'amara'] },
  ];
  it('are all that list them under one of their names', () => {
    expect(teamsOf('amara (Amara Okafor)', roster)).toEqual(['Support L1', 'Engineering']);
    expect(teamsOf('priya@example.com', roster)).toEqual(['Engineering']);
    expect(teamsOf('dana whitlock', roster)).toEqual(['Support L1']);
    expect(teamsOf('Nobody', roster)).toEqual([]);
    expect(teamsOf('', roster)).toEqual([]);
  });
});
