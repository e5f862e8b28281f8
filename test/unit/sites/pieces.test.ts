import { describe, expect, it } from 'vitest';
import { sharePieces } from '../../../lib/sites/pieces';

/** What the script is, with its names declared. */
const run = (script: string) => {
  const shared = sharePieces(script);
  const declared = shared.pieces.length > 0 ? `const ${shared.pieces.join(',')};` : '';
  return { ...shared, value: new Function(`${declared}return ${shared.script}`)() };
};
const css = ['subject', 'owner', 'status'].map((name) => `[data-test-id=${name}] span`);

describe('pieces of texts that stand in a script often', () => {
  it('are written once, and the script is the same', () => {
    const { script, pieces, value } = run(JSON.stringify(css));
    expect(value).toEqual(css);
    expect(pieces.join()).toContain('[data-test-id=');
    expect(script.length + pieces.join().length).toBeLessThan(JSON.stringify(css).length);
  });

  it('are left where nothing is saved', () => {
    expect(sharePieces('["subject","owner"]')).toEqual({ script: '["subject","owner"]', pieces: [] });
  });

  it.each([
    ['names of properties', { '[data-test-id=property-owner] span': css, 'ids[]': ['ids[]', ...css] }],
    ['texts with what a template or JSON minds', [...css, `${css[0]}\``, `${css[1]}\${a}`, `${css[2]}"\\\n`]],
    ['texts that are pieces of others', [...css, css[0]?.slice(0, 20), '[data-test-id=', '']],
  ])('leave %s as they are', (_, data) => {
    expect(run(JSON.stringify(data)).value).toEqual(data);
  });
});
