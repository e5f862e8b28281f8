import {
  ANSWER,
  ASK,
  ASK_SUBMIT,
  GONE,
  HANDOVER,
  HELLO,
  OUTCOME,
  type Question,
  TAKEN,
  type WireAnswer,
} from '../wire-protocol';
import {
  CustomEventNative,
  defaults,
  detailOf,
  dispatch,
  listen,
  MouseEventNative,
  on,
  page,
  parse,
  relatedOf,
  stopNow,
  stringify,
  unlisten,
} from './natives';

/** What waits for the gate's answer, by number. Without a prototype, so that nothing on it can be replaced. */
const waiting: Record<number, (go: boolean) => void> = { __proto__: null } as never;
let element: EventTarget | null = null;
let last = 0;

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
    element = handed;
    on(listen, handed, [ANSWER, hearAnswer, false]);
    tell(TAKEN, '');
  };
  on(listen, page, [HANDOVER, take, true]);
  on(dispatch, page, [new CustomEventNative(HELLO, defaults('', false))]);
}

export function nextNumber(): number {
  last += 1;
  return last;
}

/**
 * Asks the gate in the same breath: false when nobody minds. With `resume`, a true answer means that the gate will call it later,
 * or has already (a refusal comes before this returns).
 */
export function ask(question: Question, resume?: (go: boolean) => void): boolean {
  if (!element) return false;
  if (resume) waiting[question.n] = resume;
  const held = !on<boolean>(dispatch, element, [new CustomEventNative(ASK, defaults(stringify(question), true))]);
  if (!held) delete waiting[question.n];
  return held;
}

/** Asks about a form that a script submits: the form itself goes over, and the gate reads it. */
export function askSubmit(n: number, form: HTMLFormElement, resume: (go: boolean) => void): boolean {
  if (!element) return false;
  waiting[n] = resume;
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

export function tellOutcome(n: number, status: number): void {
  tell(OUTCOME, stringify({ __proto__: null, n, status }));
}

/** The page gave up what was held. */
export function tellGone(n: number): void {
  if (!waiting[n]) return;
  delete waiting[n];
  tell(GONE, stringify({ __proto__: null, n }));
}

function tell(type: string, detail: string): void {
  if (element) on(dispatch, element, [new CustomEventNative(type, defaults(detail, false))]);
}

function hearAnswer(event: Event): void {
  const { n, go } = parse(detailOf(event) as string) as WireAnswer;
  const resume = waiting[n];
  delete waiting[n];
  resume?.(go);
}
