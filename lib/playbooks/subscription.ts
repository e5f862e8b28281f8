import { browser } from 'wxt/browser';
import { z } from 'zod';
import { Playbook } from '../model/playbook';
import { inTurn } from '../settings/in-turn';
import { isOff } from '../settings/policy';
import { FILE_LIMIT, type PlaybookFileProblem, readPlaybookFile } from './file';

/** The person's own; the company's is kept beside it, under a name of its own. */
const KEY = 'subscription';
export const COMPANY_KEY = 'company-source';
/** So long the source may take, in milliseconds. */
const LIMIT = 10_000;

/** What may be wrong with the source, beside what may be wrong with a file. */
export type SourceProblem = PlaybookFileProblem | { why: 'no-https' | 'no-answer' | 'refused'; detail?: string };

const Subscription = z.object({
  url: z.url({ protocol: /^https$/ }).max(2000),
  /** What was fetched last and could be used; kept when the source is gone. */
  playbooks: z.array(Playbook),
  fetchedAt: z.number(),
  /** When the person saw what it brings and took it; nothing of it is in force before. */
  takenAt: z.number().optional(),
  /** What came of the last look, where it was no use. */
  problem: z
    .object({
      why: z.string(),
      line: z.number().optional(),
      at: z.string().optional(),
      detail: z.string().optional(),
      seenAt: z.number(),
    })
    .optional(),
});
type Stored = z.infer<typeof Subscription>;
export type Subscription = Stored & { inUse: Playbook[] };

/** The source of playbooks that a person took, or the one of this key; null where there is none, or where the company switched a person's own off. */
export async function readSubscription(key = KEY): Promise<Subscription | null> {
  if (key === KEY && (await isOff('subscribe'))) return null;
  const read = Subscription.safeParse((await browser.storage.local.get(key))[key]);
  return read.success ? { ...read.data, inUse: read.data.takenAt === undefined ? [] : read.data.playbooks } : null;
}

/** Looks at a source for the first time: what it brings, before anything is kept. */
export async function lookAtSource(
  url: string,
): Promise<{ ok: true; playbooks: Playbook[] } | { ok: false; problem: SourceProblem }> {
  if (!isHttps(url)) return { ok: false, problem: { why: 'no-https' } };
  const text = await fetched(url);
  if (typeof text !== 'string') return { ok: false, problem: text };
  const read = readPlaybookFile(text);
  return read.ok ? read : { ok: false, problem: read };
}

/** The person saw what a source brings, and takes it. */
export async function takeSource(url: string, playbooks: readonly Playbook[], now: number): Promise<void> {
  if (await isOff('subscribe')) throw new Error('the company switched this off');
  return keep({ url, playbooks: [...playbooks], fetchedAt: now, takenAt: now });
}

export function leaveSource(): Promise<void> {
  return inTurn(KEY, () => browser.storage.local.remove(KEY));
}

/** Looks at the source again. What is no use leaves what was there in force, and says so. */
export async function lookAgain(now: number, key = KEY): Promise<void> {
  const before = await readSubscription(key);
  if (!before) return;
  const { inUse: _, problem: __, ...kept } = before;
  const looked = await lookAtSource(before.url);
  // Somebody may have left it, or taken another, meanwhile.
  if ((await readSubscription(key))?.url !== before.url) return;
  await keep(
    looked.ok
      ? { ...kept, playbooks: looked.playbooks, fetchedAt: now }
      : { ...kept, problem: { ...looked.problem, seenAt: now } },
    key,
  );
}

/** Looks again where the last look, good or bad, is this long ago (milliseconds). */
export async function lookAgainAfter(age: number, now: number, key = KEY): Promise<void> {
  const before = await readSubscription(key);
  const last = Math.max(before?.fetchedAt ?? 0, before?.problem?.seenAt ?? 0);
  // A clock that was set back would wait for ever.
  if (before && (now - last >= age || last > now)) await lookAgain(now, key);
}

/** Calls back whenever it changes. Returns how to stop. */
export function watchSubscription(heard: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && (changes[KEY] || changes[COMPANY_KEY])) heard();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

export function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

export function keep(subscription: Stored, key = KEY): Promise<void> {
  return inTurn(key, () => browser.storage.local.set({ [key]: subscription }));
}

/** Its text; without cookies, without being led elsewhere, and no more of it than a file may have. */
async function fetched(url: string): Promise<string | SourceProblem> {
  try {
    const answer = await fetch(url, {
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-cache',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(LIMIT),
    });
    if (!answer.ok) return { why: 'refused', detail: String(answer.status) };
    return (await limited(answer)) ?? { why: 'too-big' };
  } catch {
    return { why: 'no-answer' };
  }
}

async function limited(answer: Response): Promise<string | null> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    if (text.length > FILE_LIMIT) {
      await reader?.cancel();
      return null;
    }
  }
  return text;
}
