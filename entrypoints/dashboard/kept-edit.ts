import { browser } from 'wxt/browser';
import type { Playbook } from '../../lib/model/playbook';
import { inTurn } from '../../lib/settings/in-turn';

const KEY = 'playbook-edits';

/** An edit that was not saved yet: what was written, when, and from which version it began. */
export type KeptEdit = { playbook: Playbook; at: number; from: number };

/** The edit that was begun of a playbook (`new` for one that is still to be written); undefined for none, or one that cannot be shown. */
export async function keptEdit(id: string): Promise<KeptEdit | undefined> {
  const kept = (await all())[id];
  return kept && canBeShown(kept.playbook) ? kept : undefined;
}

export function keepEdit(id: string, edit: KeptEdit): Promise<void> {
  return change((edits) => ({ ...edits, [id]: edit }));
}

export function dropEdit(id: string): Promise<void> {
  return change(({ [id]: _, ...others }) => others);
}

async function all(): Promise<Record<string, KeptEdit>> {
  return ((await browser.storage.local.get(KEY))[KEY] ?? {}) as Record<string, KeptEdit>;
}

function change(how: (edits: Record<string, KeptEdit>) => Record<string, KeptEdit>): Promise<void> {
  return inTurn(KEY, async () => browser.storage.local.set({ [KEY]: how(await all()) }));
}

/** It may still lack what a playbook must have; the form only needs its parts to be there. */
function canBeShown(playbook: Playbook | undefined): boolean {
  const lists = [playbook?.exit, playbook?.entry, playbook?.reason?.choices, playbook?.trigger?.any];
  return lists.every(Array.isArray) && typeof playbook?.name === 'string' && playbook.receiver !== undefined;
}
