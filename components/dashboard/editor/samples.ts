import type { CaseKind, CaseSnapshot } from '../../../lib/model/case';
import type { Answer, Draft } from '../../../lib/model/handoff';
import type { Playbook } from '../../../lib/model/playbook';
import type { Sheet } from '../../panel/sheet';

/** A case to show a playbook on. */
export type Sample = { id: string; title: string; snapshot: CaseSnapshot };
/** What a well-kept case says, by field, and what was written in it. */
export type SampleWords = {
  fields: Record<string, string>;
  customer: string;
  reply: string;
  note: string;
  file: string;
  from: string;
  me: string;
};
/** What the preview is told. */
export type Shown = { playbook: Playbook; sample: Sample; people: string[]; teams: string[]; from: string; me: string };

const ORIGIN = 'https://desk.example';

/** A case with everything that a desk can hold, or with nothing. */
export function sampleCase(id: 'kept' | 'empty', kind: CaseKind, words: SampleWords, now: number): Sample {
  const kept = id === 'kept';
  const title = words.fields['subject'] ?? '';
  const fields = Object.entries(kept ? words.fields : {}).map(([field, value]) => ({
    field,
    value,
    certainty: 'certain' as const,
    where: field,
  }));
  const entry = (kind: 'customer' | 'public' | 'internal', text: string, author: string) => ({ kind, text, author });
  const entries = [
    entry('customer', words.customer, words.fields['requester'] ?? ''),
    entry('public', words.reply, words.me),
    entry('internal', words.note, words.me),
  ];
  return {
    id,
    title: kept ? title : '',
    snapshot: {
      ref: { origin: ORIGIN, kind, id: '1' },
      site: 'sample',
      url: `${ORIGIN}/1`,
      fields,
      entries: kept ? entries : [],
      attachments: kept ? [words.file] : [],
      health: { light: 'green', missing: [] },
      seenAt: now,
    },
  };
}

/** What was answered in the preview: nobody's but its own. */
export type Tried = { reason?: string; answers: Record<string, Answer> };

/** The panel's sheet: the playbook held on the sample, by the change that its trigger names first. */
export function sheetOf({ playbook, sample, people, teams, from, me }: Shown, tried: Tried, now: number): Sheet {
  const [first] = playbook.trigger.any;
  const field = first?.field ?? 'team';
  const { snapshot, title } = sample;
  const known = snapshot.fields.find((one) => one.field === field)?.value;
  const draft: Draft = {
    key: sample.id,
    ref: snapshot.ref,
    playbook: playbook.id,
    playbookVersion: playbook.version,
    title,
    url: snapshot.url,
    ...tried,
    revision: 0,
    createdAt: now,
    updatedAt: now,
  };
  const change = { field, from: { label: first?.from?.[0] ?? known ?? from }, to: { label: first?.to[0] ?? '' } };
  return {
    playbook,
    cases: [{ ref: snapshot.ref, title, url: snapshot.url, snapshot, changes: [change], draft, recent: [] }],
    hold: { attempt: 'preview', alive: true },
    me,
    people,
    teams,
    health: { light: 'green', missing: [] },
    mayOverride: playbook.onMissing !== 'hold',
  };
}
