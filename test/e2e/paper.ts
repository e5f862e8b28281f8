// What comes out of the printer, in either browser, and the desk's own page to compare it with.
import { inflateSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, PRACTICE_URL } from './practice.ts';

/** The same desk by another name of its host, where nobody allowed Baton. */
const PLAIN_URL = PRACTICE_URL.replace('127.0.0.1', 'localhost');

/** A page of the desk without Baton. */
export async function plainPage(context: Pick<BrowserContext, 'newPage'>, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(PLAIN_URL + path);
  return page;
}

/** All that is drawn and said on the paper: each part of the document, unpacked. Where each part stands in the file and the time of printing are no part of it. */
async function paper(page: Page): Promise<string[]> {
  const file = (await page.pdf()).toString('latin1');
  const parts: string[] = [];
  let end = 0;
  for (const begin of file.matchAll(/(?<!end)stream\r?\n/g)) {
    const about = file.slice(end, begin.index);
    const start = begin.index + begin[0].length;
    end = file.indexOf('endstream', start);
    if (about.includes('/XRef')) continue;
    const bytes = Buffer.from(file.slice(start, end), 'latin1');
    const part = (about.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
    parts.push(part.replaceAll(PLAIN_URL, PRACTICE_URL).replaceAll(/\/(Creation|Mod)Date \([^)]*\)/g, ''));
  }
  return parts;
}

/** Compared as a whole: thousands of bytes that differ tell nobody anything. */
export async function expectSamePaper(page: Page, plain: Page): Promise<void> {
  expect(await plain.locator('baton-overlay').count()).toBe(0);
  const [ours, theirs] = [await paper(page), await paper(plain)];
  expect(theirs.length).toBeGreaterThan(5);
  expect(ours.length).toBe(theirs.length);
  expect(
    ours.filter((part, n) => part !== theirs[n]).length,
    'parts that differ from those of the page without Baton',
  ).toBe(0);
}
