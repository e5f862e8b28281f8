import { choices, type Field } from '../choices.ts';
import { HttpError } from '../http.ts';
import type { Case } from '../records.ts';
import type { Context } from '../routes/context.ts';

/** What one request asks of one case, whatever grammar it came in. */
export interface Order {
  readonly id: unknown;
  /** Field names of the desk with their new values; others are not looked at. */
  readonly fields: unknown;
}

type Values = Partial<Record<Field, string>>;
const FIELDS = ['team', 'owner', 'status', 'priority'] as const;

/** Carries out all orders of one request, or none: every case and value is checked before the first is written. */
export async function carryOut(context: Context, orders: readonly Order[]): Promise<Case[]> {
  if (orders.length === 0) throw new HttpError(400, 'This request changes nothing that the desk knows.');
  const checked = orders.map((order) => ({ record: caseBy(context, order.id), ...wanted(order.fields) }));
  for (const { record, fields, reply } of checked) {
    await context.write(record, { fields, ...(reply ? { message: { kind: 'reply', text: reply } as const } : {}) });
  }
  return checked.map(({ record }) => record);
}

/** A member of something that may be no object. */
export function member(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function caseBy({ state }: Context, id: unknown): Case {
  const record = state.cases.get(Number(id));
  if (!record) throw new HttpError(404, `There is no case ${String(id)}.`);
  return record;
}

function wanted(from: unknown): { fields: Values; reply: string } {
  const fields: Values = {};
  for (const name of FIELDS) {
    const value = member(from, name);
    if (value === undefined || value === '') continue;
    if (!choices[name].some((choice) => choice.value === value))
      throw new HttpError(422, `“${String(value)}” is not a known ${name}.`);
    fields[name] = String(value);
  }
  return { fields, reply: String(member(from, 'reply') ?? '') };
}
