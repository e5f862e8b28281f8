import { describe, expect, it } from 'vitest';
import { firstDifference } from './bootstrap.mjs';

const react = { version: '19.3.1', integrity: 'sha512-a' };
const onlyOnMac = { version: '1.0.0', integrity: 'sha512-b', optional: true };

describe('what is installed against the lock file', () => {
  it('is equal when every needed package is there, at its version', () => {
    expect(firstDifference({ '': {}, 'node_modules/react': react }, { 'node_modules/react': react })).toBeUndefined();
  });

  it('does not miss packages that are for other machines', () => {
    expect(firstDifference({ 'node_modules/mac': onlyOnMac }, {})).toBeUndefined();
  });

  it.each([
    ['nothing is installed', { 'node_modules/react': react }, undefined, /nothing is installed/],
    ['a package is missing', { 'node_modules/react': react }, {}, /react is not installed/],
    [
      'a version differs',
      { 'node_modules/react': react },
      { 'node_modules/react': { ...react, version: '18.0.0' } },
      /18\.0\.0, not 19\.3\.1/,
    ],
    [
      'the content differs',
      { 'node_modules/react': react },
      { 'node_modules/react': { ...react, integrity: 'sha512-x' } },
      /react/,
    ],
    ['there is one too many', {}, { 'node_modules/react': react }, /not in the lock file/],
  ])('differs when %s', (_, wanted, installed, words) => {
    expect(firstDifference(wanted, installed)).toMatch(words);
  });
});
