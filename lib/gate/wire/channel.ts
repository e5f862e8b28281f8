import {
  ANSWER,
  ASK,
  ASK_SUBMIT,
  FOLLOW,
  GONE,
  HANDOVER,
  HELLO,
  KEY,
  OUTCOME,
  PING,
  type Question,
  type Refused,
  SEND,
  TAKEN,
  TEXT,
  type WireAnswer,
  type WireFollow,
  type WireOutcome,
} from '../wire-protocol';
import type { Texts } from './bodies';
import {
  CustomEventNative,
  clearEvery,
  defaults,
  detailOf,
  dispatch,
  every,
  goTo,
  goToInstead,
  isForm,
  listen,
  MouseEventNative,
  on,
  page,
  parse,
  place,
  prevent,
  relatedOf,
  stopNow,
  stringify,
  unlisten,
} from './natives';

/** Called with the gate's answer: may it go, and if not, how the page hears that. */
export type Resume = (go: boolean, how?: Refused) => void;
/** What waits for the gate's answer, by number. Without a prototype, so that nothing on it can be replaced. */
const waiting: Record<number, Resume> = { __proto__: null } as never;
let element: EventTarget | null = null;
let last = 0;
let writes = 0;
let watch = 0;

/** How often the wire looks whether the gate that holds something still lives, in milliseconds. */
const BEAT = 400;

/**
 * Takes the private element from the gate of this frame: in either order of start, and before any page script has run.
 * The page's listeners that come later see neither the element nor what passes over it (facts: lib/README.md, the trial).
 */
export function awaitGate(): void {
  const take = (event: Event) => {
    const handed = relatedOf(event) as EventTarget | null;
    if (!handed || element) return;
    on(stopNow, event, []);
    on(unlisten, page, [HANDOVER, take, true]);
    use(handed);
  };
  on(listen, page, [HANDOVER, take, true]);
  on(dispatch, page, [new CustomEventNative(HELLO, defaults(''))]);
}

/** One gate at a time has the wire. What another one held before is taken back: it can let nothing go any more. */
function use(handed: EventTarget): void {
  cancelAll();
  element = handed;
  on(listen, handed, [ANSWER, hearAnswer, false]);
  on(listen, handed, [KEY, hearKey, false]);
  on(listen, handed, [FOLLOW, hearFollow, false]);
  on(listen, handed, [SEND, hearSend, false]);
  tell(TAKEN, '');
}

/** From now on an event of this type on the document brings the element of the next gate. No page script knows the type. */
function hearKey(event: Event): void {
  const swap = (later: Event) => {
    const handed = relatedOf(later) as EventTarget | null;
    if (!handed || handed === element) return;
    on(stopNow, later, []);
    use(handed);
  };
  on(listen, page, [detailOf(event), swap, true]);
}

/** Sends a form as a script of the page would. */
let send: (form: HTMLFormElement) => void = () => {};
export function sendForms(by: typeof send): void {
  send = by;
}

function hearSend(event: Event): void {
  on(prevent, event, []);
  send(relatedOf(event) as HTMLFormElement);
}

/** Goes to an address as a script of the page would. */
function hearFollow(event: Event): void {
  const { url, replace } = parse(detailOf(event) as string) as WireFollow;
  on(prevent, event, []);
  on(replace ? goToInstead : goTo, place, [url]);
}

function wait(n: number, resume: Resume): void {
  waiting[n] = resume;
  watch ||= on<number>(every, undefined, [beat, BEAT]);
}

/** Baton was updated or removed, and in Firefox a dead gate says nothing: without this what it held would wait for ever. */
function beat(): void {
  for (const _ in waiting) {
    if (tell(PING, '')) cancelAll();
    return;
  }
  on(clearEvery, undefined, [watch]);
  watch = 0;
}

function cancelAll(): void {
  // What the desk takes for a refusal, only the gate knew.
  for (const n in waiting) answer(+n, false, { __proto__: null, abort: true } as never);
}

function answer(n: number, go: boolean, how?: Refused): void {
  const resume = waiting[n];
  delete waiting[n];
  resume?.(go, how);
}

/** How many requests were asked about with their bodies. */
export const writesAsked = () => writes;

export function nextNumber(): number {
  last += 1;
  return last;
}

/**
 * Asks the gate in the same breath: false when nobody minds. With `resume`, a true answer means that the gate will call it later,
 * or has already (a refusal comes before this returns). `texts`: what the question's body says.
 */
export function ask(question: Question, resume?: Resume, texts?: Texts): boolean {
  if (question.body) writes += 1;
  if (resume) wait(question.n, resume);
  for (const piece in texts) tell(TEXT, texts[piece] as string);
  const held = !tell(ASK, stringify(question));
  if (!held) delete waiting[question.n];
  return held;
}

/** Asks about a form that a script submits: the form itself goes over, and the gate reads it. What is no form is left to the browser, which throws. */
export function askSubmit(n: number, form: HTMLFormElement, resume: Resume): boolean {
  if (!element || !isForm(form)) return false;
  wait(n, resume);
  const init = {
    __proto__: null,
    bubbles: false,
    cancelable: true,
    composed: false,
    relatedTarget: form,
    detail: n,
  } as unknown as MouseEventInit;
  const held = !on<boolean>(dispatch, element, [new MouseEventNative(ASK_SUBMIT, init)]);
  if (!held) delete waiting[n];
  return held;
}

export function tellOutcome(n: number, ended: Omit<WireOutcome, 'n'>): void {
  tell(OUTCOME, stringify({ __proto__: null, n, ...ended }));
}

/** The page gave up what was held. */
export function tellGone(n: number): void {
  if (!waiting[n]) return;
  delete waiting[n];
  tell(GONE, stringify({ __proto__: null, n }));
}

/** True when nobody prevented it. */
function tell(type: string, detail: string): boolean {
  return !element || on<boolean>(dispatch, element, [new CustomEventNative(type, defaults(detail))]);
}

function hearAnswer(event: Event): void {
  const said = parse(detailOf(event) as string) as WireAnswer;
  answer(said.n, said.go, said);
}
