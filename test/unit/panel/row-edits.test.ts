import { describe, expect, it } from 'vitest';
import { addRow, dropRow, padRows, pasteRows, trimRows } from '../../../components/panel/fields/row-edits';

describe('rows', () => {
  it('are padded to what is asked, with all their cells', () => {
    expect(padRows([['a']], 2, 2)).toEqual([
      ['a', ''],
      ['', ''],
    ]);
  });

  it('are added, dropped down to one, and trimmed of blank ends', () => {
    expect(addRow([['a'], ['b']], 0)).toEqual([['a'], [''], ['b']]);
    expect(dropRow([['a']], 0)).toEqual([['a']]);
    expect(trimRows([['a'], [''], ['b'], ['']])).toEqual([['a'], [''], ['b']]);
  });

  it('come from pasted lines, without their list marks', () => {
    expect(pasteRows([[''], ['']], 0, 0, '1. Open the cart\r\n2) Pay\n\n- See 502')).toEqual([
      ['Open the cart'],
      ['Pay'],
      ['See 502'],
      [''],
    ]);
  });

  it('come from a spreadsheet cell by cell', () => {
    expect(pasteRows([['', '']], 0, 0, 'Restart\tno change\textra\nOther\tsame')).toEqual([
      ['Restart', 'no change extra'],
      ['Other', 'same'],
    ]);
  });

  it('leave a single line to the browser', () => {
    expect(pasteRows([['']], 0, 0, 'one line')).toBeNull();
  });
});
