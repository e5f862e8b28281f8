// @vitest-environment jsdom
import type { ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { OwnSites } from '../../../components/dashboard/own-sites';
import { practice } from '../../../lib/sites/practice/site';
import { render } from '../popup/render';

const site = (id: string, name: string) => ({ ...practice, id: `taught-${id}`, name, hosts: [`${id}.example:8443`] });
const HARBOUR = site('harbour', 'Harbour');

function view(more: Partial<ComponentProps<typeof OwnSites>> = {}) {
  const does = { onSave: vi.fn(), onRemove: vi.fn(), onFile: vi.fn(), onBring: vi.fn(), onLeave: vi.fn() };
  const props = { taught: [HARBOUR], company: [], stuck: [], bringing: { is: 'idle' as const }, ...does };
  return { ...does, ...render(<OwnSites {...props} {...more} />) };
}

describe('desks that people taught', () => {
  it('say where they are, what they read and what they hold, in words', () => {
    const { holder } = view();
    const facts = holder.querySelector('.site-facts')?.textContent;
    expect(facts).toContain('harbour.example:8443');
    expect(facts).toContain('/case/…');
    expect(facts).toContain('POST /case/…/details dashboard_own_sets team, owner, status');
  });

  it('are removed after one more question, with the safe answer under the finger', async () => {
    const { press, onRemove, holder } = view();
    await press('dashboard_own_remove');
    expect(onRemove).not.toHaveBeenCalled();
    expect(holder.ownerDocument.activeElement?.textContent).toBe('dashboard_own_remove_no');
    await press('dashboard_own_remove_no');
    await press('dashboard_own_remove');
    await press('dashboard_own_remove_yes');
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(HARBOUR);
  });

  it('of the company cannot be removed', () => {
    const { text, find } = view({ taught: [], company: [HARBOUR] });
    expect(text()).toContain('dashboard_own_company');
    expect(find('dashboard_own_remove')).toBeUndefined();
  });

  it('are neither brought in nor saved as files where the company switched that off', () => {
    expect(view().find('dashboard_bring')).toBeDefined();
    const { find } = view({ off: { import: true, export: true } });
    expect(find('dashboard_bring')).toBeUndefined();
    expect(find('dashboard_own_save')).toBeUndefined();
    expect(find('dashboard_own_remove')).toBeDefined();
  });
});

describe('bringing a site in', () => {
  it('shows hosts first and says which one it replaces; only the answer keeps it', async () => {
    const other = { ...HARBOUR, name: 'Harbour 2' };
    const { holder, press, onBring, onLeave } = view({ bringing: { is: 'asking', site: other } });
    const asked = holder.querySelector('.bring');
    expect(asked?.querySelector('dd')?.textContent).toBe('harbour.example:8443');
    expect(asked?.textContent).toContain('dashboard_bring_replaces Harbour');
    expect(holder.ownerDocument.activeElement?.textContent).toBe('dashboard_bring_title Harbour 2');
    expect(onBring).not.toHaveBeenCalled();
    await press('dashboard_bring_no');
    expect(onLeave).toHaveBeenCalledOnce();
    await press('dashboard_bring_yes');
    expect(onBring).toHaveBeenCalledExactlyOnceWith(other);
  });

  it('says why a file was not taken, and what to do once it was', () => {
    expect(view({ bringing: { is: 'refused', problem: { why: 'newer' } } }).text()).toContain('dashboard_bring_newer');
    expect(view({ bringing: { is: 'brought', site: HARBOUR } }).text()).toContain(
      'dashboard_bring_done Harbour harbour.example:8443',
    );
  });
});
