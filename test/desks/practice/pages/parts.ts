import { type Choice, choices, type Field, labelOf, NOBODY } from '../choices.ts';
import { type Html, html, type Value } from './html.ts';

/** A labelled select over a closed list; `unchanged` adds a first option that stands for "leave it". */
export function selectField(id: string, field: Field, label: string, value: string, unchanged = false): Html {
  return html`<p class="field"><label for="${id}">${label}</label>
    <select id="${id}" name="${field}" autocomplete="off">
      ${unchanged && html`<option value="" selected>Unchanged</option>`}
      ${options(choices[field], unchanged ? undefined : value)}
    </select></p>`;
}

/** The options of a select with the current one chosen. */
export function options(list: readonly Choice[], current: string | undefined): Html[] {
  return list.map(
    (choice) =>
      html`<option value="${choice.value}"${choice.value === current && html` selected`}>${choice.label}</option>`,
  );
}

/** One row of a facts list; an empty value is shown as “Not set” and marked so. */
export function fact(field: string, label: string, value: Value): Html {
  const empty = value === '' || (Array.isArray(value) && value.length === 0);
  return html`<div data-field="${field}"><dt>${label}</dt>${empty ? html`<dd class="empty">Not set</dd>` : html`<dd dir="auto">${value}</dd>`}</div>`;
}

/** A row for a field that people change, with its slug beside the words. */
export function choiceFact(field: Field, label: string, value: string): Html {
  const shown =
    field === 'owner'
      ? personName(value)
      : html`<span class="value ${field}" data-value="${value}">${labelOf(field, value)}</span>`;
  return html`<div data-field="${field}"><dt>${label}</dt><dd>${shown}</dd></div>`;
}

/** A person with initials, which are drawn by the style sheet and so are no part of the text. */
export function personName(login: string): Html {
  const label = labelOf('owner', login);
  return html`<span class="value owner" data-value="${login}" data-initials="${login === NOBODY ? '?' : initials(label)}">${label}</span>`;
}

/** A time that people read, with the exact one for machines. */
export function time(iso: string, relative = false): Html {
  return html`<time datetime="${iso}" title="${absolute(iso)}">${relative ? ago(iso) : absolute(iso)}</time>`;
}

/** A person's initials for the round badge, two letters at most. */
export function initials(name: string): string {
  const words = name.replace(/[<>]/g, '').split(/\s+/).filter(Boolean);
  return words
    .filter((_, index) => index === 0 || index === words.length - 1)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

/** The size of a file in words. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const absoluteFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

function absolute(iso: string): string {
  return absoluteFormat.format(new Date(iso));
}

function ago(iso: string): string {
  const minutes = Math.round((Date.now() - new Date(iso).getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h ago`;
  return `${Math.round(minutes / 60 / 24)} days ago`;
}
