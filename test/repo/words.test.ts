import { describe, expect, it } from 'vitest';
import { projectFiles, text } from './files.ts';

const messages = JSON.parse(text('public/_locales/en/messages.json')) as Record<string, { message: string }>;
const keys = Object.keys(messages);
const sources = projectFiles(/^(lib|components|entrypoints)\/.*\.tsx?$|^wxt\.config\.ts$/);
const all = sources.map(text).join('\n');
const quoted = (word: string) => [`'${word}'`, `"${word}"`, `__MSG_${word}__`].some((one) => all.includes(one));

/** Keys that are made from a code at run time: the code itself must stand in the sources. */
const FAMILIES = [
  'line_',
  'icon_',
  'panel_code_',
  'panel_trouble_',
  'audit_trouble_',
  'dashboard_fault_',
  'dashboard_table_',
  'field_',
];
/** What a key may say before and after its code: that it was not sent, what happened, and what to do. */
const AROUND = /^unsent_|_(what|do)$/g;
const inFamily = (key: string) =>
  FAMILIES.some((family) => {
    const code = key.startsWith(family) ? key.slice(family.length).replace(AROUND, '') : '';
    return (
      code !== '' &&
      all.includes(`${family}\${`) &&
      (quoted(code) || quoted(code.replaceAll('_', '-')) || new RegExp(`\\b${code}:`).test(all))
    );
  });
/** A sentence in as many forms as the language counts by. */
const counted = (key: string) =>
  /_(zero|one|two|few|many|other)$/.test(key) && quoted(key.replace(/_(zero|one|two|few|many|other)$/, ''));

describe('the sentences', () => {
  it('are all used', () => {
    expect(keys.filter((key) => !quoted(key) && !counted(key) && !inFamily(key))).toEqual([]);
  });

  it('are all there: every key that the code names has one', () => {
    const named = [...all.matchAll(/\bsay(?:IfKnown)?\(\s*'([a-z0-9_]+)'/g)].map(([, key]) => key ?? '');
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('that are counted have the forms that English counts by', () => {
    const base = new Set(
      keys.filter((key) => /_(one|other)$/.test(key)).map((key) => key.replace(/_(one|other)$/, '')),
    );
    for (const name of base)
      if (!keys.includes(name) && counted(`${name}_other`))
        for (const form of ['one', 'other']) expect(keys).toContain(`${name}_${form}`);
  });

  it('whatever goes wrong in the store has its sentence, for the icon and for the panel', () => {
    const codes = [...text('lib/store/errors.ts').matchAll(/'(storage-[a-z]+)'/g)].map(([, code]) => code ?? '');
    expect(new Set(codes).size).toBe(4);
    for (const code of codes)
      for (const family of ['icon_', 'panel_code_']) expect(keys).toContain(family + code.replaceAll('-', '_'));
  });

  it('whatever the panel is refused has its sentence', () => {
    const codes = [...text('lib/service/panel-calls.ts').matchAll(/\bno\('([a-z-]+)'\)/g)].map(
      ([, code]) => code ?? '',
    );
    expect(codes.length).toBeGreaterThan(4);
    expect([...new Set(codes)].filter((code) => !keys.includes(`panel_code_${code.replaceAll('-', '_')}`))).toEqual([]);
  });

  it('whatever line the background sends has its sentence', () => {
    const lines = [...all.matchAll(/key: '(line_[a-z_]+)'/g)].map(([, key]) => key ?? '');
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('fill in what they are given by its number, the one way that Baton knows too (lib/words/lost.ts)', () => {
    for (const [key, said] of Object.entries(messages)) {
      expect(said.message.trim(), key).not.toBe('');
      expect(said.message, key).not.toMatch(/\$(?![1-9])/);
      expect(said, key).not.toHaveProperty('placeholders');
    }
  });
});
