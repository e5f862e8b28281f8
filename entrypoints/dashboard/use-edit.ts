import { useEffect, useRef, useState } from 'react';
import { differs } from '../../components/dashboard/editor/edit';
import { withIds } from '../../components/dashboard/editor/ids';
import type { SaveAs, SaveState } from '../../components/dashboard/editor/save-bar';
import { call } from '../../lib/messages/client';
import type { Playbook } from '../../lib/model/playbook';
import type { Mode } from '../../lib/model/settings';
import type { Listed, Source } from '../../lib/playbooks/all';
import { isOff } from '../../lib/settings/policy';
import { changeSettings } from '../../lib/settings/settings';
import { removePlaybook, savePlaybook } from '../../lib/store/playbooks';
import type { PlaybookVersionRow } from '../../lib/store/tables';
import { dropEdit, type KeptEdit, keepEdit } from './kept-edit';

/** A playbook with all that the editor needs of it. `base`: as it is in force, or an empty one. */
export type Loaded = {
  id: string;
  base: Playbook;
  source: Source | 'new';
  mode: Mode;
  /** What stands behind the person's own copy. */
  behind: 'shared' | 'baton' | undefined;
  versions: PlaybookVersionRow[];
  kept?: KeptEdit;
  others: Listed[];
};

/** So many handoffs are looked at before it asks to be used. */
const SHADOW = 20;
/** What is typed is kept at the latest so long after, in milliseconds. */
const KEEP = 250;

/** A playbook under edit: every change is kept at once, saving makes a version of it. `who`: who works here. */
export function useEdit({ id, base, source, kept, others }: Loaded, who: string) {
  const [playbook, setPlaybook] = useState(kept?.playbook ?? base);
  const [state, setState] = useState<SaveState>('idle');
  /** What is not kept yet, and when it will be. */
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; next: Playbook } | null>(null);
  const dirty = differs(playbook, base);

  const keep = () => {
    if (!waiting.current) return;
    const { timer, next } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    const edit = { playbook: next, at: Date.now(), from: base.version };
    void (differs(next, base) ? keepEdit(id, edit) : dropEdit(id)).catch(() => setState('failed'));
  };
  const forget = () => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    return dropEdit(id);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and on the way out what still waits is kept
  useEffect(() => {
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, []);

  const change = (next: Playbook) => {
    setPlaybook(next);
    setState('idle');
    // Kept while typing goes on too: what waits already does not wait longer.
    waiting.current = { timer: waiting.current?.timer ?? setTimeout(keep, KEEP), next };
  };

  /** Does what writes, tells the background, and says how it went. */
  async function written<T>(write: () => Promise<T>): Promise<T | null> {
    setState('saving');
    try {
      if (await isOff('edit')) throw new Error('the company switched this off');
      const done = await write();
      await forget();
      // The desks that are open hear of it; a background that does not answer hears of it when it next looks.
      await call('playbooks/changed', {}).catch(() => undefined);
      setState('saved');
      return done;
    } catch {
      setState('failed');
      return null;
    }
  }
  const keepAs = (next: Playbook, why: string): Promise<Playbook> =>
    savePlaybook(next, { who, why, now: Date.now() }, source === 'baton' || source === 'shared' ? base : undefined);

  return {
    playbook,
    dirty,
    state,
    change,
    save: (why: string, as: SaveAs) =>
      written(async () => {
        const taken = [...others.map((one) => one.playbook.id), 'new'];
        const saved = await keepAs(withIds(playbook, taken), why);
        if (as) await putInForce(saved.id, as);
        return saved;
      }),
    discard: forget,
    back: (version: { version: number; playbook: Playbook }) => written(() => keepAs(version.playbook, '')),
    original: () => written(async () => (await removePlaybook(id)) ?? true),
  };
}

async function putInForce(playbook: string, mode: NonNullable<SaveAs>): Promise<void> {
  const set = { playbook, mode, since: Date.now(), ...(mode === 'shadow' ? { handoffs: SHADOW } : {}) };
  await changeSettings((now) => ({ ...now, modes: [...now.modes.filter((one) => one.playbook !== playbook), set] }));
}
