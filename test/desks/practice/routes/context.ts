import { choices, type Field, type Person } from '../choices.ts';
import { type Body, HttpError, Refused, type Reply, redirect } from '../http.ts';
import type { Frame } from '../pages/layout.ts';
import type { Case, Deal, Writable } from '../records.ts';
import type { State, Write } from '../state.ts';

/** One request, as its route sees it. */
export interface Context {
  readonly state: State;
  readonly user: Person;
  readonly frame: Frame;
  readonly body: Body;
  readonly query: URLSearchParams;
  /** What the path's groups matched. */
  readonly params: readonly string[];
  /** The page that the request came from, if it is one of ours. */
  readonly cameFrom: string | undefined;
  /** Applies a write, after the fault that a test may have ordered; says whether it changed anything. */
  write(record: Writable, write: Write): Promise<boolean>;
  /** The same for a write that makes a new record. */
  create<T>(make: () => T): Promise<T>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: RegExp;
  run(context: Context): Reply | Promise<Reply>;
}

const FLASHES = {
  saved: 'Saved.',
  unchanged: 'Nothing was changed.',
  sent: 'Reply sent.',
  noted: 'Note added.',
  draft: 'Draft saved. Nothing was sent.',
  taken: 'This case is yours now.',
  released: 'Released. Nobody owns this case now.',
  created: 'Case created.',
} as const;

type Flash = keyof typeof FLASHES;

/** The sentence for a flash cookie; unknown codes show nothing. */
export function flashText(code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(FLASHES, code) ? FLASHES[code as Flash] : undefined;
}

/** Back to a page with a line that says what was done. */
export function redirectWith(location: string, flash: Flash): Reply {
  return redirect(location, [`desk_flash=${flash}; Path=/; SameSite=Lax; HttpOnly`]);
}

/** Saves by `save`; where the desk refuses, `again` draws what was sent once more, with the reason, as many desks do: at the form's own address, and often well by its status. */
export async function orAgain(
  save: () => Promise<Reply>,
  again: (problem: string, status: number) => Reply,
): Promise<Reply> {
  try {
    return await save();
  } catch (error) {
    if (error instanceof Refused) return again(error.message, error.drawnWith);
    throw error;
  }
}

/** Where a saved form of a case leads. */
export function afterCase({ state }: Context, { id }: Case): string {
  const ids = [...state.cases.keys()].sort((a, b) => a - b);
  const next = ids[(ids.indexOf(id) + 1) % ids.length];
  return { case: `/case/${id}`, next: `/case/${next}`, list: '/', other: '/rig' }[state.lasting.after];
}

export function caseOf({ state, params }: Context): Case {
  const record = state.cases.get(Number(params[0]));
  if (!record) throw new HttpError(404, `There is no case ${params[0]}.`);
  return record;
}

export function dealOf({ state, params }: Context): Deal {
  const record = state.deals.get(Number(params[0]));
  if (!record) throw new HttpError(404, `There is no deal ${params[0]}.`);
  return record;
}

/** A text field of the body; absent counts as empty. */
export function text({ fields }: Body, name: string): string {
  const value = fields[name] ?? '';
  if (typeof value !== 'string') throw new HttpError(400, `“${name}” must be a text.`);
  // Forms send line ends as CR LF, whatever was typed.
  return value.replaceAll('\r\n', '\n').trim();
}

/** The named fields of the body that carry a value, each checked against its list. */
export function chosen(body: Body, names: readonly Field[]): Partial<Record<Field, string>> {
  const values: Partial<Record<Field, string>> = {};
  for (const name of names) {
    const value = text(body, name);
    if (value === '') continue;
    const known = choices[name].map((choice) => choice.value);
    if (!known.includes(value))
      throw new HttpError(422, `“${value}” is not a known ${name}. Choose one of: ${known.join(', ')}.`);
    values[name] = value;
  }
  return values;
}
