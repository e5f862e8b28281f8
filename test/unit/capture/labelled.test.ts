// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLabelled } from '../../../lib/capture/labelled';
import { fieldOf, isKnownLabel } from '../../../lib/capture/labels';
import { show } from './shown';

const ROWS = [{ row: '.row', label: [{ css: 'label' }], value: [{ css: '.value', empty: ['-'] }] }];
const row = (label: string, value: string) =>
  `<div class="row"><label>${label}</label><span class="value">${value}</span></div>`;
const read = (html: string) =>
  readLabelled(show(html), ROWS, []).map(({ field, value, where }) => `${field} (${where}): ${value}`);

describe('places that name themselves', () => {
  it('become the field that their label means, in any language that Baton knows; any other under its own name', () => {
    expect(read(row('Schweregrad:', 'S2') + row('Assigné à *', 'Amara') + row('Contract number', 'C-7'))).toEqual([
      'severity (Schweregrad): S2',
      'owner (Assigné à): Amara',
      'Contract number (Contract number): C-7',
    ]);
  });

  it('are read once each, and not where they are empty, nameless or not shown', () => {
    expect(
      read(
        `${row('Severity', 'S1')}${row('Severity', 'S3')}${row('Team', '-')}${row('', 'nameless')}<div hidden>${row('Owner', 'hidden')}</div>`,
      ),
    ).toEqual(['severity (Severity): S1']);
  });

  it('stand beside what the site names where people made them, and beside one another, never for it', () => {
    const own = ROWS.map((kind) => ({ ...kind, own: true as const }));
    const html =
      row('Owner', 'Northwind Ltd') +
      row('owner', 'Nobody') +
      row('Severity', 'S2') +
      row('Impact', 'High') +
      row('Impact', 'Low');
    expect(readLabelled(show(html), own, ['owner']).map(({ field, value }) => `${field}: ${value}`)).toEqual([
      'Owner: Northwind Ltd',
      'severity: S2',
      'Impact: High',
    ]);
  });

  it('have the names that the site gives their classes, in whatever language; any other row is left', () => {
    const names = [{ ...(ROWS[0] as (typeof ROWS)[number]), names: { due: 'Due' } }];
    const html = `${row('Fällig:', 'Freitag').replace('"row"', '"row date due"')}${row('Status', 'offen')}`;
    expect(
      readLabelled(show(html), names, []).map(({ field, value, where }) => `${field} (${where}): ${value}`),
    ).toEqual(['Due (Fällig): Freitag']);
  });

  it('stay within what the protocol takes, however many a page has', () => {
    expect(read(Array.from({ length: 400 }, (_, n) => row(`Field ${n}`, 'x')).join('')).length).toBeLessThanOrEqual(
      150,
    );
  });
});

describe('what a label means', () => {
  it('is never longer than a field’s name may be, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (label) => {
        expect(fieldOf(label).length).toBeLessThanOrEqual(64);
        if (isKnownLabel(label)) expect(fieldOf(label)).toMatch(/^[a-zA-Z]+$/);
      }),
    );
  });
});
