import { describe, expect, it } from 'vitest';
import { normaliseText, textsOf } from '../../../lib/rules/normalise';
import { visibleLength } from '../../../lib/rules/visible-length';
import { answer } from './cases';

describe('normaliseText', () => {
  it('makes texts that read the same the same', () => {
    for (const text of ['Ｆull width', 'full\u00a0 \n width ', 'FULL WIDTH', 'fu\u200bll wi\u00addth'])
      expect(normaliseText(text)).toBe('full width');
    expect(normaliseText('Cafe\u0301')).toBe(normaliseText('CAFÉ'));
    expect(normaliseText(' \u200b ')).toBe('');
  });
  it('normalised again changes nothing', () => {
    for (const text of ['ﬁnal Ⅷ', 'ﷺ', `a${'\u0316\u0301'.repeat(40)}`])
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
  });
});

describe('textsOf', () => {
  it('remembers what a person typed, once, and nothing that the page said', () => {
    const answers = {
      a: answer('Restarted the worker.'),
      b: answer('RESTARTED the worker. '),
      c: answer('From the page, long enough', 'captured', 'Environment'),
      d: answer('From the page, confirmed', 'person', '@lastPublicReply'),
      e: answer([
        ['Cleared the cache', 'no'],
        ['', ''],
      ]),
      f: answer('Short'),
      g: answer(true),
    };
    expect(textsOf(answers)).toEqual(['restarted the worker.', 'cleared the cache no']);
  });
});

describe('visibleLength', () => {
  it('counts what a reader sees, and stops at enough', () => {
    expect(visibleLength('abc', 99)).toBe(3);
    expect(visibleLength('  a \n\n b  ', 99)).toBe(3);
    expect(visibleLength('👨‍👩‍👧‍👦', 99)).toBe(1);
    expect(visibleLength('漢字', 99)).toBe(4);
    expect(visibleLength('a'.repeat(500), 7)).toBe(7);
  });
});
