import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../../lib/model/playbook';
import { normaliseText } from '../../../../lib/rules/normalise';
import { answer, common, judge } from '../cases';

const text: Criterion = { ...common, id: 'c', kind: 'text' };
const said = (value: string, criterion: Criterion = text) => judge(criterion, answer(value));

describe('a text', () => {
  it.each([
    ...[
      'n/a',
      'N/A',
      'n.a.',
      'NA',
      'n/a, n/a',
      'tbd',
      'T.B.D.',
      'TBD - TODO',
      'todo',
      'to do!',
      'None',
      'none.',
      'nothing',
      '(none)',
    ],
    ...['-', '---', '...', '…', '?', '!!!', '👍', '🤷🏽‍♀️', '_', '“”', '*** ***'],
    ...['x', 'xx', 'xxx', 'XXXXXXXXXXXX', 'aaaa', 'ааааа', 'ｘｘｘ', '1111', '000000'],
    ...[
      'asdf',
      'asdfasdf',
      'ASDFGHJKL',
      'qwerty',
      'qwertz',
      'azerty',
      'asdasd',
      'sdfsdfsdf',
      'lkjhgfdsa',
      '123',
      '12345',
      'qwer asdf',
    ],
    ...[
      'blablabla',
      'ha ha ha',
      'test test',
      'abc',
      'foo',
      'lorem ipsum',
      'see above',
      'See ticket.',
      'no',
      'yes',
      'OK',
    ],
    ...[
      'k.A.',
      'keine Angabe',
      'entfällt',
      'siehe oben',
      'Néant',
      'sans objet',
      'à définir',
      'A DEFINIR',
      'aucun',
      'rien',
    ],
    ...['ninguno', 'no aplica', 'pendiente', 'Por definir', '无', 'なし', '없음', 'нет'],
    ...['The question', 'the question?', 'THE QUESTION: the question'],
  ])('is not met by %j, which only fills the field', (value) => {
    expect(said(value)).toBe('placeholder');
  });

  it.each([
    ...[
      'Chrome 156',
      '1.1.1',
      '10.10.10',
      '2.2.2.2',
      'Production',
      'Sandbox',
      'Test',
      'iOS 17',
      '7.42.1',
      'E-409',
      'SAP',
    ],
    ...[
      'No promises beyond the order form',
      'None of the workers restarts',
      'Nobody was told yet',
      'were',
      'power',
      'tree',
      'typewriter',
    ],
    ...[
      'Keine Fehlermeldung im Protokoll',
      'Rien dans les journaux',
      'Nada en los registros',
      '数据库连接超时',
      'قاعدة البيانات لا تستجيب',
      'हिन्दी में त्रुटि',
    ],
    ...[
      'The question is why 3 of 12 rows are lost',
      'mississippi',
      'Bora Bora',
      'Baden-Baden',
      'couscous',
      'murmur',
      'Banana',
    ],
  ])('is met by %j', (value) => {
    expect(said(value)).toBeNull();
  });

  it('is empty when nothing of it shows', () => {
    expect(judge(text, undefined)).toBe('empty');
    for (const value of ['', '  \n\t', '\u200b\u200d\ufeff', '\u2800\u3164', '\u202e'])
      expect(said(value)).toBe('empty');
  });

  it('is empty when the answer has the shape of another kind', () => {
    expect(judge(text, answer(true))).toBe('empty');
    expect(judge(text, answer([['a row']]))).toBe('empty');
  });

  it('needs its least length in characters that a reader sees', () => {
    const ten: Criterion = { ...text, min: 10 };
    expect(said('Restarted.', ten)).toBeNull();
    expect(said('Restarted', ten)).toBe('too-short');
    expect(said('Done        it', ten)).toBe('too-short');
    expect(said('Done\u200b\u200b\u200b\u200b it', ten)).toBe('too-short');
    expect(said(`A${'\u0301'.repeat(30)}fter it`, ten)).toBe('too-short');
    expect(said('After 👨‍👩‍👧‍👦 👨‍👩‍👧‍👦', ten)).toBe('too-short');
  });

  it('counts Chinese, Japanese and Korean characters double, because they say as much', () => {
    const ten: Criterion = { ...text, min: 10 };
    expect(said('重启服务器', ten)).toBeNull();
    expect(said('重启服务', ten)).toBe('too-short');
    expect(said('서버재시작', ten)).toBeNull();
  });

  it('needs its least number of lines that say something', () => {
    const two: Criterion = { ...text, lines: 2 };
    expect(said('One line\n\n   \n', two)).toBe('too-few-lines');
    expect(said('One line\r\nanother', two)).toBeNull();
  });

  describe('that repeats an earlier handoff', () => {
    const before = 'Restarted the worker twice; no change.';
    const recent = [normaliseText(before)];
    it('is not met, however it is cased and spaced', () => {
      expect(judge(text, answer(before), { recent })).toBe('same-as-before');
      expect(judge(text, answer('  restarted THE worker\n twice; no change. '), { recent })).toBe('same-as-before');
    });
    it('is met when the page says it again, confirmed or not', () => {
      expect(judge(text, answer(before, 'captured', 'Environment'), { recent })).toBeNull();
      expect(judge(text, answer(before, 'person', 'Environment'), { recent })).toBeNull();
    });
    it('is met when it is shorter than twelve characters, since such texts recur honestly', () => {
      expect(judge(text, answer('Chrome 156'), { recent: ['chrome 156'] })).toBeNull();
    });
    it('is met when anything in it is new', () => {
      expect(judge(text, answer(`${before} Then again.`), { recent })).toBeNull();
    });
  });
});

describe('a guess', () => {
  it('does not count until a person confirms it', () => {
    expect(judge(text, answer('Chrome 156 on Windows', 'guess', 'browser'))).toBe('guess');
    expect(judge(text, answer('Chrome 156 on Windows', 'person', 'browser'))).toBeNull();
    expect(judge(text, answer('Chrome 156 on Windows', 'captured', 'browser'))).toBeNull();
  });
  it('shows its real problem first, so that confirming it is not a surprise', () => {
    expect(judge(text, answer('n/a', 'guess', 'browser'))).toBe('placeholder');
  });
});
