import { browser } from 'wxt/browser';
import type { Done } from '../messages/protocol';
import type { From, Handlers } from '../messages/server';
import type { TeachOrder } from '../messages/teach-protocol';
import type { Site } from '../model/site';
import { Shown, type TeachAct, type Teaching } from '../model/teaching';
import { inUse, isPersons, readOwn } from '../settings/own-sites';
import { isOff } from '../settings/policy';
import { changeSettings, readSettings } from '../settings/settings';
import { isTaught, readTaught, saveTaught } from '../settings/taught';
import {
  begin,
  dropped,
  forPage,
  found,
  moved,
  picked,
  shows,
  watched,
  watching,
  withoutAim,
} from '../teach/lesson-steps';
import { viewOf } from '../teach/lesson-view';
import { siteFrom } from '../teach/site-from';
import { sayIfKnown } from '../words/say';
import { allowedDesks } from './desks';
import { refreshGates } from './hosts';
import { changeLesson, dropLesson, keepLesson, readLesson } from './lessons';
import { sayHere } from './lines';
import { record } from './record';
import { pingGate } from './take-over';
import { tellTab } from './tell';

type TeachCalls = Pick<
  Handlers,
  | 'teach/start'
  | 'teach/hello'
  | 'teach/found'
  | 'teach/picked'
  | 'teach/shows'
  | 'teach/watched'
  | 'teach/state'
  | 'teach/do'
>;

const YES: Done = { ok: true };
const no = (code: string): Done => ({ ok: false, code });

export const teachCalls: TeachCalls = {
  async 'teach/start'({ tab }) {
    const { url = '', status } = await browser.tabs.get(tab);
    const desk = await teachable(url);
    // A page that loads is followed; one that has no gate must be loaded anew.
    if (!desk || (status === 'complete' && !(await pingGate(tab, desk)))) return no('teach-not-here');
    const before = isTaught(desk.site) ? (await readTaught()).find(({ id }) => id === desk.site) : undefined;
    const { side } = (await readSettings()).panel;
    await order(tab, { do: 'end' });
    await keepLesson(tab, begin({ url, name: before?.name ?? new URL(url).host, side }));
    await injectLesson(tab);
    return YES;
  },

  async 'teach/hello'({ nonce, url }, from) {
    if (!(await mayTeach(from))) return { lesson: null };
    const teaching = await changeLesson(from.tab, (before) => moved({ ...before, nonce }, url));
    return { lesson: teaching && forPage(teaching) };
  },

  'teach/found': ({ fields }, from) => fromPage(from, (teaching) => found(teaching, fields)),

  'teach/picked': ({ picked: what }, from) =>
    fromPage(from, (teaching) => {
      // What nobody asked for is nobody's.
      if (!teaching.aim) return teaching;
      if (!what) return { ...withoutAim(teaching), lost: true };
      const asked =
        'control' in teaching.aim ? 'control' in what : 'field' in what && what.field.field === teaching.aim.field;
      return asked ? picked(teaching, what) : teaching;
    }),

  'teach/shows': ({ shown }, from) => fromPage(from, (teaching) => shows(moved(teaching, shown.url), shown)),

  'teach/watched': ({ watched: one, shown }, from) =>
    fromPage(from, (teaching) => watched(shows(teaching, shown), one)),

  async 'teach/state'({ nonce }, from) {
    const teaching = await lessonFor(nonce, from);
    return { view: teaching && viewOf(teaching) };
  },

  async 'teach/do'({ nonce, act }, from) {
    const teaching = await lessonFor(nonce, from);
    if (!teaching) return { done: no('not-yours') };
    if (act.do === 'walk') {
      const answer = await order<{ said: string }>(from.tab, act);
      return { done: YES, ...(answer?.said ? { said: answer.said } : {}) };
    }
    return { done: await doIt(act, teaching, from.tab) };
  },
};

async function doIt(act: Exclude<TeachAct, { do: 'walk' }>, teaching: Teaching, tab: number): Promise<Done> {
  const change = (next: (before: Teaching) => Teaching) => changeLesson(tab, next);
  if (act.do === 'aim') {
    // The page first: who reads that they may click shall not click the desk's own control, nor press a key that nobody hears.
    await order(tab, act);
    await change((before) => {
      const { lost: _, ...rest } = withoutAim(before);
      return act.aim ? { ...rest, aim: act.aim } : rest;
    });
  }
  if (act.do === 'drop') await told(tab, await change((before) => dropped(before, act.field)));
  if (act.do === 'case') {
    if (!viewOf(teaching).ids.some(({ id }) => id === act.id)) return no('no-case');
    await change((before) => ({ ...before, lesson: { ...before.lesson, caseId: act.id } }));
  }
  if (act.do === 'step') {
    await change((before) => ({ ...withoutAim(before), step: act.step, watching: false }));
    await order(tab, { do: 'aim', aim: null });
    await order(tab, { do: 'watch', on: false });
  }
  if (act.do === 'watch') await watch(tab, act.on);
  if (act.do === 'choose') await change((before) => ({ ...before, lesson: { ...before.lesson, chosen: act.watched } }));
  if (act.do === 'side') {
    await change((before) => ({ ...before, side: act.side }));
    await order(tab, act);
  }
  if (act.do === 'stop') await end(tab);
  return act.do === 'use' ? use(teaching, tab) : YES;
}

async function watch(tab: number, on: boolean): Promise<void> {
  await order(tab, { do: 'aim', aim: null });
  const answer = await order<{ shown: unknown }>(tab, { do: 'watch', on });
  const { data } = Shown.safeParse(answer?.shown);
  await changeLesson(tab, (before) =>
    on ? watching(before, data) : { ...(data ? shows(before, data) : before), watching: false },
  );
}

/** The lesson becomes a site, and its desk is described by that from now on. */
async function use({ lesson }: Teaching, tab: number): Promise<Done> {
  const made = siteFrom(lesson);
  if (!made.ok) return no(made.why);
  const { origin } = lesson;
  if (!(await teachable(origin))) return no('teach-not-here');
  const { id: site } = await saveTaught(made.site);
  await changeSettings((settings) => ({
    ...settings,
    desks: settings.desks.map((desk) => (desk.origin === origin ? { origin, site } : desk)),
  }));
  await record([{ kind: 'desk-allowed', origin, site }], undefined, tab);
  await end(tab);
  await refreshGates();
  await sayHere(tab, { key: 'line_taught', subs: [heldIn(made.site)], tone: 'good' });
  return YES;
}

/** The fields whose change is held, as people call them. */
function heldIn({ writes, holdAt = [] }: Site): string {
  const names = [
    ...writes.flatMap(({ changes }) => changes.map(({ field }) => field)),
    ...holdAt.flatMap(({ changes = [], differs = [] }) => [...changes.map(({ field }) => field), ...differs]),
  ];
  return [...new Set(names)].map((name) => sayIfKnown(`field_${name}`) ?? name).join(', ');
}

async function end(tab: number): Promise<void> {
  await dropLesson(tab);
  await order(tab, { do: 'end' });
}

/** Brings the script of a lesson into a tab's page, and the overlay on which it stands. Once: a page that has them lets second copies end. */
export async function injectLesson(tab: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [0] },
      files: ['/overlay.js', '/teach.js'],
    });
  } catch {
    // The browser's own page is in front: the lesson goes on with the next one of the desk.
  }
}

/** A page of the desk was loaded in a tab: its lesson goes on there. */
export async function followLesson(tab: number, url: string): Promise<void> {
  const teaching = await readLesson(tab);
  if (teaching && teaching.lesson.origin === new URL(url).origin) await injectLesson(tab);
}

/** What the top page of the lesson's own desk says; anybody else's word changes nothing. */
async function fromPage(from: From, change: (teaching: Teaching) => Teaching): Promise<Record<string, never>> {
  if (await mayTeach(from)) await told(from.tab, await changeLesson(from.tab, change));
  return {};
}

async function mayTeach({ tab, frame, url }: From): Promise<boolean> {
  const teaching = await readLesson(tab);
  return frame === 0 && teaching?.lesson.origin === new URL(url).origin && (await teachable(url)) !== undefined;
}

/** The desk of an address that may be taught: one that the browser allows, and that no site of Baton's own describes. */
async function teachable(url: string) {
  if (await isOff('teach')) return undefined;
  const origin = URL.canParse(url) ? new URL(url).origin : '';
  const desk = (await allowedDesks()).find((one) => one.origin === origin);
  if (!desk || !isTaught(desk.site)) return desk?.site === 'generic' ? desk : undefined;
  // A company's is not the person's to change; what is gone leaves a desk that nobody described.
  const own = await readOwn();
  return isPersons(own, desk.site) || !inUse(own).some(({ id }) => id === desk.site) ? desk : undefined;
}

/** The lesson of the frame that its tab's page made: any other frame of ours knows no nonce. */
async function lessonFor(nonce: string, { tab }: From): Promise<Teaching | null> {
  const teaching = await readLesson(tab);
  return teaching?.nonce === nonce ? teaching : null;
}

async function told(tab: number, teaching: Teaching | null): Promise<void> {
  if (teaching) await order(tab, { do: 'fields', lesson: forPage(teaching) });
}

function order<T = unknown>(tab: number, what: TeachOrder): Promise<T | undefined> {
  return tellTab<T>(tab, { tell: 'teach', order: what });
}
