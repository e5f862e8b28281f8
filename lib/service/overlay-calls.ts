import type { Handlers } from '../messages/server';
import type { CaseHandoff } from '../model/attempt';
import type { CaseSnapshot } from '../model/case';
import { caseKey } from '../model/case-key';
import { changeSettings, readSettings } from '../settings/settings';
import { saveIds, saveWords } from '../store/directory';
import { sightingsOf } from '../store/sightings';
import { drawAhead } from './ahead';
import { keepReading, shownSince } from './arrival';
import { elsewhereNow } from './elsewhere';
import { markTab } from './icon';
import { inTime } from './in-time';
import { judge, statusOf } from './judge';
import { offered } from './kept';
import { readRows } from './landing';
import { keepLine } from './lines';
import { whoIs } from './me';
import { lineFor, readOutcome } from './outcome';
import { keepPart, takeParts } from './parts';
import { playbooksInForce } from './playbooks';
import { silentStatus } from './shadow';
import { openFor, shownIn } from './shown';
import { speaksFor } from './speaks-for';
import { changeTab, readTab, type TabState } from './tab-state';
import { tellAllTabs, tellPanels, tellTab } from './tell';

type OverlayCalls = Pick<
  Handlers,
  | 'case/part'
  | 'case/seen'
  | 'case/rows'
  | 'overlay/frame'
  | 'overlay/width'
  | 'overlay/touched'
  | 'overlay/open'
  | 'overlay/retreated'
>;

export const overlayCalls: OverlayCalls = {
  'case/part'({ of, entries }, { tab }) {
    keepPart(tab, of, entries);
    return {};
  },

  async 'case/seen'({ snapshot: told, earlier, full, loadedAt, me: named, words, ids = [] }, from) {
    const { tab } = from;
    const snapshot = earlier ? { ...told, entries: [...takeParts(tab, earlier), ...told.entries] } : told;
    speaksFor(from, [snapshot.ref]);
    const now = Date.now();
    const me = await whoIs(named);
    // Before the database is asked, which may fail: the panel must know what it is opened for.
    const state = await changeTab(tab, (whole) => {
      const { arrived, elsewhere, ...before } = whole;
      const same = before.seen && caseKey(before.seen) === caseKey(snapshot.ref);
      return {
        ...before,
        ...(arrived && same ? { arrived } : {}),
        ...(elsewhere && same ? { elsewhere } : {}),
        seen: snapshot.ref,
        seenSince: shownSince(whole, snapshot.ref, loadedAt, now),
        health: snapshot.health,
        ...(named ? { me: named } : {}),
      };
    });
    const moved = await readOutcome(snapshot, loadedAt, tab, me ?? '');
    const { origin } = snapshot.ref;
    const [{ armed: playbooks, shadow: silent }, { roster }] = await Promise.all([
      playbooksInForce(origin),
      readSettings(),
    ]);
    await saveIds(origin, ids, now);
    const whole = full ? snapshot : await merged(snapshot);
    const arrival = await keepReading({ shown: snapshot, whole }, state, me, now, { playbooks, roster });
    if (arrival) await changeTab(tab, (before) => ({ ...before, arrived: arrival.handoff }));
    await saveWords(
      snapshot.ref.origin,
      Object.entries(words).flatMap(([field, labels]) => labels.map((label) => ({ field, id: label, label }))),
      now,
    );
    void tellPanels({ news: 'state', tab });
    const mine = playbooks.filter((playbook) => playbook.trigger.kinds.includes(snapshot.ref.kind));
    const judged = await judge(
      mine.map(({ id }) => ({ ref: snapshot.ref, playbook: id, changes: [] })),
      playbooks,
      state.me,
      now,
    );
    const ended = lineFor(moved);
    if (ended) await keepLine(tab, ended);
    return {
      line: ended ?? arrival?.line ?? null,
      drafts: [...judged.map(statusOf), ...silent.map(({ id }) => silentStatus(id))],
      ...((await offered(snapshot.ref)).length > 0 ? { kept: true as const } : {}),
    };
  },

  async 'case/rows'(input, from) {
    speaksFor(
      from,
      input.rows.map(({ ref }) => ref),
    );
    await readRows(input, from.tab, new URL(from.url).origin);
    return {};
  },

  async 'overlay/frame'({ nonce }, { tab }) {
    await changeTab(tab, (state) => ({ ...state, nonce }));
    return { panel: (await readSettings()).panel };
  },

  async 'overlay/width'({ width }, { tab }) {
    const { panel } = await changeSettings(({ panel: { side }, ...others }) => ({
      ...others,
      panel: { side, ...(width === null ? {} : { chosen: width }) },
    }));
    // The page that says so is so wide already, and may be wider by now.
    await tellAllTabs({ tell: 'place', panel }, tab);
    return {};
  },

  async 'overlay/touched'(touched, from) {
    speaksFor(from, [touched.ref]);
    return { status: await drawAhead(from.tab, touched) };
  },

  async 'overlay/open'({ handoff }, { tab, page }) {
    const known = await readTab(tab);
    const opening = async () =>
      known.holds.length > 0 || (await saysElsewhere(known, handoff)) ? known : openFor(tab, known, handoff);
    // The panel says what is wrong with the database, and asks again.
    const state = await inTime(opening()).catch(() => changeTab(tab, (now) => ({ ...now, wanted: true })));
    if (!state) return { ok: false, code: 'no-playbook' };
    const { state: shows } = await shownIn(tab, state);
    void tellPanels({
      news: 'state',
      tab,
      ...(shows && state.nonce ? { shows: { nonce: state.nonce, state: shows } } : {}),
    });
    await tellTab(tab, { tell: 'show-panel', focus: true }, page);
    return { ok: true };
  },

  async 'overlay/retreated'(_, { tab }) {
    await markTab(tab, 'retreated');
    return {};
  },
};

/** Another tab sent what this one would be opened for, and that did not fail: there is nothing to fill in. */
async function saysElsewhere({ elsewhere, pending, seen }: TabState, handoff: CaseHandoff | null): Promise<boolean> {
  const ref = handoff?.ref ?? pending?.ref ?? seen;
  const about = elsewhere?.handoffs.some((one) => ref === undefined || caseKey(one.ref) === caseKey(ref));
  return elsewhere !== undefined && about === true && (await elsewhereNow(elsewhere)).state !== 'failed';
}

/** A page that shows only part of the case adds to what is known of it. */
async function merged(snapshot: CaseSnapshot): Promise<CaseSnapshot> {
  const before = (await sightingsOf([snapshot.ref]))[0]?.snapshot;
  if (!before) return snapshot;
  const kept = before.fields.filter(({ field }) => !snapshot.fields.some((one) => one.field === field));
  return {
    ...snapshot,
    url: before.url,
    fields: [...snapshot.fields, ...kept],
    entries: snapshot.entries.length > 0 ? snapshot.entries : before.entries,
    attachments: snapshot.attachments.length > 0 ? snapshot.attachments : before.attachments,
    showsFiles: before.showsFiles ?? false,
  };
}
