import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsBody, textBody, WHOLE_LIMIT } from '../../../lib/gate/body';

describe('a body that was sent as text', () => {
  it('is JSON where it looks like it', () => {
    const json = { owner: 'jonas' };
    expect(textBody(' {"owner":"jonas"}')).toEqual({ as: 'json', json });
    expect(textBody('["x"]')).toEqual({ as: 'json', json: ['x'] });
  });

  it('is a form where it looks like one', () => {
    const fields = { as: 'fields', fields: { Status: ['new'], id: ['1', '2'] }, files: [] };
    expect(textBody('Status=new&id=1&id=2')).toEqual(fields);
  });

  it('is a form where its parts are set apart by lines', () => {
    const part = (name: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const file =
      '--x\r\nContent-Disposition: form-data; name="f"; filename="a%22b.txt"\r\nContent-Type: text/plain\r\n\r\nabc\r\n';
    expect(textBody(`${part('id', '1')}${part('note', 'a\r\n--b')}${file}${part('id', '')}--x--\r\n`)).toEqual({
      as: 'fields',
      fields: { id: ['1', ''], note: ['a\r\n--b'] },
      files: [{ name: 'a"b.txt', size: 3, type: 'text/plain' }],
    });
  });

  it('what only resembles JSON or a form stays text', () => {
    expect(textBody('[not json')).toEqual({ as: 'text', text: '[not json' });
    expect(textBody('{ broken=1')).toEqual({ as: 'text', text: '{ broken=1' });
    expect(textBody('a sentence = nothing')).toEqual({ as: 'text', text: 'a sentence = nothing' });
  });

  it('more than the limit is not read whole', () => {
    expect(textBody('x'.repeat(WHOLE_LIMIT))).toMatchObject({ as: 'text' });
    expect(textBody('x'.repeat(WHOLE_LIMIT + 1))).toEqual({ as: 'unread', why: 'too large' });
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['json', 'fields', 'text']).toContain(textBody(text).as);
      }),
    );
  });
});

describe('named values', () => {
  it('keep every value of a name, in order', () => {
    expect(
      fieldsBody([
        ['a', '1'],
        ['b', '2'],
        ['a', ''],
      ]),
    ).toMatchObject({ fields: { a: ['1', ''], b: ['2'] } });
  });

  it('a field may have any name', () => {
    const body = fieldsBody([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(body.as === 'fields' && Object.entries(body.fields)).toEqual([
      ['__proto__', ['x']],
      ['constructor', ['y']],
    ]);
    expect(body.as === 'fields' && body.fields['toString']).toBeUndefined();
  });
});
