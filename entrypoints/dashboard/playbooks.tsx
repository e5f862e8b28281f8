import { useEffect, useRef, useState } from 'react';
import { Trouble } from '../../components/audit/trouble';
import { listWords } from '../../components/audit/words';
import { PlaybooksPlace, type Taking } from '../../components/dashboard/playbooks/playbooks-place';
import type { Offered, ShownPlaybook } from '../../components/dashboard/playbooks/shown';
import type { SourceState } from '../../components/dashboard/playbooks/source-part';
import { dietOf } from '../../lib/audit/diet';
import { shadowFigures } from '../../lib/audit/shadow';
import { call } from '../../lib/messages/client';
import type { Playbook } from '../../lib/model/playbook';
import type { Mode } from '../../lib/model/settings';
import type { Listed } from '../../lib/playbooks/all';
import { FILE_LIMIT, readPlaybookFile, writePlaybookFile } from '../../lib/playbooks/file';
import { isHttps, leaveSource, takeSource } from '../../lib/playbooks/subscription';
import { changesBetween } from '../../lib/rules/playbook-changes';
import { askForHost, sourceToLookAt } from '../../lib/settings/allow';
import { isOff } from '../../lib/settings/policy';
import { changeSettings } from '../../lib/settings/settings';
import { usePolicy } from '../../lib/settings/use-policy';
import { useSettings } from '../../lib/settings/use-settings';
import { handoffsFrom, linesOf } from '../../lib/store/history';
import { savePlaybook } from '../../lib/store/playbooks';
import { useStored } from '../../lib/store/use-stored';
import { say } from '../../lib/words/say';
import { saveFile } from './save-file';
import { usePlaybooks, useSubscription } from './use-playbooks';

/** However much is stored, no more than these are read. */
const [HANDOFFS, LINES] = [1000, 2000];
/** After so many handoffs a playbook in the shadow asks to be armed. */
const ENOUGH = 20;

export function Playbooks() {
  const playbooks = usePlaybooks();
  const { identity } = useSettings();
  const subscription = useSubscription();
  const { policy } = usePolicy();
  const counted = useStored(() => linesOf('shadow', 0, LINES), []);
  const held = useStored(() => linesOf('held', 0, LINES), []);
  const sent = useStored(() => handoffsFrom(0, HANDOFFS), []);
  const [looking, setLooking] = useState<SourceState['looking']>({ is: 'idle' });
  const [taking, setTaking] = useState<Taking>({ is: 'idle' });
  /** What is being asked about, and where it came from. */
  const [from, setFrom] = useState<string | null>(null);
  const show = useRef<(url: string) => Promise<void>>(undefined);
  const isRead = playbooks.is === 'read';
  useEffect(() => {
    // This page was gone when the browser allowed what it had asked for.
    if (isRead)
      void sourceToLookAt().then(
        (url) => (url ? show.current?.(url) : undefined),
        () => undefined,
      );
  }, [isRead]);
  if (playbooks.is === 'trouble') return <Trouble code={playbooks.code} />;
  if (playbooks.is === 'reading') return null;
  const { all } = playbooks;
  const lines = counted.is === 'read' ? counted.value : [];
  const handoffs = sent.is === 'read' ? sent.value.handoffs : [];
  const holds = held.is === 'read' ? held.value : [];
  const shown = all.map(
    ({ playbook, source, mode, locked, since, handoffs: enough = ENOUGH }): ShownPlaybook => ({
      playbook,
      source,
      mode,
      locked,
      ...(mode === 'shadow' ? { shadow: { figures: shadowFigures(lines, playbook.id, since), enough } } : {}),
      diet: mode === 'armed' ? dietOf(playbook, handoffs, holds) : [],
    }),
  );

  const ask = (title: string, offered: readonly Playbook[], url: string | null) => {
    setFrom(url);
    setTaking({ is: 'asking', title, offered: offered.map((one) => offer(one, all)), failed: false });
  };
  const open = async (file: File) => {
    const read =
      file.size > FILE_LIMIT * 4
        ? { ok: false as const, why: 'too-big' as const }
        : readPlaybookFile(await file.text());
    if (read.ok) ask(say('playbooks_offered_file', file.name), read.playbooks, null);
    else setTaking({ is: 'refused', problem: read });
  };
  const look = async (url: string) => {
    setLooking({ is: 'looking' });
    // Asked by the press itself. Where the person refuses, the source must allow any page to read it.
    if (isHttps(url)) await askForHost({ for: 'source', url });
    await show.current?.(url);
  };
  show.current = async (url) => {
    setLooking({ is: 'looking' });
    const looked = await call('source/look', { url }, 20_000).catch(() => ({
      ok: false as const,
      problem: { why: 'no-answer' },
    }));
    setLooking(looked.ok ? { is: 'idle' } : { is: 'refused', problem: looked.problem });
    if (looked.ok) ask(say('playbooks_offered_source', url), looked.playbooks, url);
  };
  const take = async (mode: Mode) => {
    if (taking.is !== 'asking') return;
    try {
      await takeOver(taking.offered, all, from, mode, identity.name);
      setTaking({ is: 'taken', names: listWords(taking.offered.map(({ playbook }) => playbook.name)) });
    } catch {
      setTaking({ ...taking, failed: true });
    }
  };
  return (
    <PlaybooksPlace
      playbooks={shown}
      taking={taking}
      source={{ taken: subscription, looking }}
      off={policy.off.features}
      onMode={(id, mode) => void setModes([id], mode)}
      onSave={(some) =>
        saveFile([writePlaybookFile(some)], some.length === 1 ? (some[0]?.id ?? '') : 'playbooks', Date.now())
      }
      onFile={(file) => void open(file).catch(() => setTaking({ is: 'refused', problem: { why: 'not-json' } }))}
      onTake={(mode) => void take(mode)}
      onLeave={() => setTaking({ is: 'idle' })}
      onLook={(url) => void look(url)}
      onAgain={() => void call('source/again', {}, 20_000).catch(() => undefined)}
      onLeaveSource={() => void leaveSource()}
    />
  );
}

/** A playbook in the shadow counts from now on, so many handoffs. */
async function setModes(ids: readonly string[], mode: Mode): Promise<void> {
  const now = Date.now();
  await changeSettings((settings) => ({
    ...settings,
    modes: [
      ...settings.modes.filter(({ playbook }) => !ids.includes(playbook)),
      ...ids.map((playbook) => ({ playbook, mode, since: now, ...(mode === 'shadow' ? { handoffs: ENOUGH } : {}) })),
    ].slice(-300),
  }));
}

function offer(playbook: Playbook, all: readonly Listed[]): Offered {
  const before = all.find((one) => one.playbook.id === playbook.id)?.playbook;
  return { playbook, changes: before ? changesBetween(before, playbook) : null };
}

/** From a file they become the person's own, each a new version; from a source they stay the source's. */
async function takeOver(
  offered: readonly Offered[],
  all: readonly Listed[],
  url: string | null,
  mode: Mode,
  who: string,
): Promise<void> {
  const now = Date.now();
  if (await isOff(url === null ? 'import' : 'subscribe')) throw new Error('the company switched this off');
  const fresh = offered.filter(({ changes }) => changes === null).map(({ playbook }) => playbook.id);
  // First how they are in force: nothing holds before the person meant it to.
  if (fresh.length > 0) await setModes(fresh, mode);
  if (url !== null) {
    await takeSource(
      url,
      offered.map(({ playbook }) => playbook),
      now,
    );
  } else {
    for (const { playbook, changes } of offered) {
      if (changes?.length === 0) continue;
      const before = all.find((one) => one.playbook.id === playbook.id && one.source !== 'own')?.playbook;
      await savePlaybook(playbook, { who, why: say('playbooks_brought_in'), now }, before);
    }
  }
  await call('playbooks/changed', {});
}
