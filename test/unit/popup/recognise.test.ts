// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { markedSites, marksFound, pageOf, siteByHost, siteByMarks } from '../../../entrypoints/popup/recognise';
import type { Site } from '../../../lib/model/site';

const site = (id: string, hosts: string[], marks: string[]) =>
  ({ id, hosts, marks: marks.map((css) => ({ css })) }) as unknown as Site;

describe('the page of a tab', () => {
  it('is a web page or none', () => {
    for (const url of [
      undefined,
      '',
      'about:blank',
      'chrome://extensions',
      'file:///x',
      'moz-extension://x/y',
      'no url',
    ])
      expect(pageOf(url)).toBeNull();
    expect(pageOf('https://rt.example/x?id=1')).toMatchObject({
      origin: 'https://rt.example',
      pattern: 'https://rt.example/*',
    });
  });

  it('asks for exactly its host: the port stays with the origin, the scheme is its own', () => {
    expect(pageOf('http://rt.example:8443/x')).toEqual({
      origin: 'http://rt.example:8443',
      host: 'rt.example:8443',
      hostname: 'rt.example',
      pattern: 'http://rt.example/*',
    });
  });
});

describe('a site', () => {
  const acme = site('acme', ['acme.example'], []);

  it('is known by its host when it is the same, never when it is alike', () => {
    const by = (url: string) => siteByHost([acme], pageOf(url) as NonNullable<ReturnType<typeof pageOf>>)?.id;
    expect(by('https://acme.example/x')).toBe('acme');
    for (const url of [
      'https://netacme.example',
      'https://acme.example.evil.test',
      'https://x.acme.example',
      'https://acme.example:444',
    ])
      expect(by(url)).toBeUndefined();
  });

  it('is known by its marks when all are there', () => {
    document.body.innerHTML = '<div id="logo"></div><p class="a"></p>';
    expect(marksFound([['#logo', '.a'], ['#logo', '.b'], [], ['::nonsense(']])).toEqual([true, false, false, false]);
  });

  it('without marks is never known by them, and the one with the most marks wins', () => {
    const [few, many] = [site('few', [], ['#a']), site('many', [], ['#a', '#b'])];
    expect(markedSites([acme, few, many])).toEqual([few, many]);
    expect(siteByMarks([few, many], [true, true])?.id).toBe('many');
    expect(siteByMarks([few, many], [true, false])?.id).toBe('few');
    expect(siteByMarks([few, many], [])).toBeUndefined();
  });
});
