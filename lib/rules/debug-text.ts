import type { DebugField, DebugReport, DebugTry } from '../model/debug';

/** A report of how a page is read as text, for whoever mends a site: always in English, and as free of the page's words as the report. */
export function debugText(report: DebugReport, version: string): string {
  const { site, page, light, container, fields, others, labelled, writes, talk, attachments, note } = report;
  const lines = [
    `Baton ${version}`,
    `site: ${site}`,
    `page: ${page ? `${page.id} (${page.path})${page.isCase ? '' : ', no case'}` : 'none that the site names'}`,
  ];
  if (!page?.isCase) return lines.join('\n');
  const counts = ({ css, found, hidden }: { css: string; found: number; hidden: number }) =>
    `${css}: found ${found}, hidden ${hidden}`;
  return [
    ...lines,
    `light: ${light}`,
    ...(container ? [`container: ${counts(container)}`] : []),
    '',
    'fields',
    ...fields.flatMap(fieldLines),
    `  under names of the page: ${others}`,
    ...labelled.map((rows) => `  named places: ${counts(rows)}`),
    '',
    'writes',
    ...writes.map(({ id, state }) => `  ${id}: ${state}`),
    '',
    ...(talk
      ? [
          `conversation: ${talk.css === undefined ? 'by its looks' : counts({ css: talk.css, found: talk.found ?? 0, hidden: talk.hidden ?? 0 })}`,
          `  read: ${Object.entries(talk.kinds)
            .map(([kind, count]) => `${kind} ${count}`)
            .join(', ')}`,
        ]
      : []),
    `attachments: ${attachments}`,
    ...(note
      ? [`note: ${note.state}`, `  editor: ${note.editor}`, `  internal: ${note.internal}`]
      : ['note: not known']),
  ].join('\n');
}

function fieldLines({ field, certainty, anchor, tries }: DebugField): string[] {
  return [
    `  ${field}: ${certainty ?? 'not read'}${tries.length === 0 ? ', by its label' : ''}`,
    ...tries.map((one) => `    ${tryLine(one)}`),
    ...(anchor ? [`    anchor ${anchor.css}: found ${anchor.found}`] : []),
  ];
}

function tryLine({ css, read, found, hidden, empty, used }: DebugTry): string {
  return `${used ? '*' : '-'} ${css}${read ? ` [${read}]` : ''}: found ${found}, hidden ${hidden}, empty ${empty}`;
}
