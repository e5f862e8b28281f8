// What Baton last read of a case, beside what a person sees on its page: rows of label and value, as the page itself draws them.
import type { Page } from '@playwright/test';
import type { CaseSnapshot } from '../../lib/model/case.ts';
import type { Baton } from './harness.ts';

/** The newest reading of a case, by its number; none before the first. */
export async function snapshotOf(baton: Baton, id: number): Promise<CaseSnapshot | undefined> {
  const rows = await baton.rows<{ key: string; snapshot?: CaseSnapshot }>('sightings');
  return rows.find(({ key }) => key.endsWith(`|${id}`))?.snapshot;
}

/** The rows of a page that say something, by their label: what is shown of each. `nothing` are the page's words for no value. */
export function rowsSeen(
  page: Page,
  row: string,
  label: string,
  value: string,
  nothing: readonly string[],
): Promise<Record<string, string>> {
  return page.evaluate(
    (how) => {
      const shown = [...document.querySelectorAll<HTMLElement>(how.row)].filter(
        (one) => one.getClientRects().length > 0,
      );
      const pairs = shown.map((one) => {
        const says = (css: string) => one.querySelector<HTMLElement>(css)?.innerText.trim() ?? '';
        return [says(how.label).replace(/:.*$/s, ''), says(how.value)] as const;
      });
      return Object.fromEntries(pairs.filter(([, text]) => !how.nothing.includes(text)));
    },
    { row, label, value, nothing },
  );
}

/** Texts as they are compared: line by line, without empty lines, white space within a line folded. Of a reading its fields, by name or by label. */
export function seenIn(
  of: CaseSnapshot | Record<string, unknown>,
  by: 'field' | 'where' = 'field',
): Record<string, string> {
  const texts = isSnapshot(of) ? of.fields.map((one) => [one[by], one.value] as const) : Object.entries(of);
  return Object.fromEntries(texts.map(([name, text]) => [name, lines(String(text))]));
}

const isSnapshot = (of: CaseSnapshot | Record<string, unknown>): of is CaseSnapshot => Array.isArray(of.fields);

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
