import type { CaseRef, Value } from '../model/case';
import { caseKey } from '../model/case-key';
import { sameIn } from '../rules/trigger';

/** What a field shows. Null: it is empty, for sure. */
export type Shown = Value | null;

/** Whose doing a change of what is shown may be. In doubt it is the person's. */
export type Doer = 'desk' | 'person';

/** One look at a field. `control`: the value stands where people fill it in. */
export type Seen = { field: string; value: Shown; by: Doer; control?: boolean };

/** A choice that the page shows, and what the case held before; without `from` where nobody could see that. */
export type Choice = { field: string; from?: Shown; to: Value };

/** What is known of one field of one case. */
type Field = {
  /** What was last seen saved; undefined where that is not known. */
  saved: Shown | undefined;
  /** When that was learnt, in milliseconds since 1970. */
  at: number;
  /** The desk said so since the page came: by an answer, or by a change of its own. */
  told?: boolean;
  /** What the page shows. */
  shown?: Shown;
  control?: boolean;
  /** What is shown may be a choice that nobody has saved. */
  chosen: boolean;
  /** What left, and was answered by this very page: what stands in its controls does not prove that it arrived. */
  doubt?: Value;
};

/** More cases than one document shows in a day. */
const MOST = 300;

/**
 * What each case of this document holds, field by field: the value last seen saved, or that it is not known. It learns from evidence
 * alone: what was shown before anybody touched it, what the desk changed without an act of the person, what an answer confirmed.
 * A choice is no evidence, however long it stands.
 */
export class Saved {
  readonly #cases = new Map<string, Map<string, Field>>();

  /** What is known of a field; undefined where nobody ever looked at it. */
  of(ref: CaseRef, name: string): Readonly<Field> | undefined {
    return this.#cases.get(caseKey(ref))?.get(name);
  }

  /** Notes what the page shows of a field. `at`: now, in milliseconds since 1970. */
  see(ref: CaseRef, { field: name, value, by, control = false }: Seen, at: number): void {
    const field = this.#field(ref, name);
    const { shown: before, doubt } = field;
    field.shown = value;
    field.control = control;
    if (doubt && control && (by === 'person' || same(name, value, doubt))) {
      // What came back with the form, or was chosen in it since.
      field.chosen = !same(name, value, field.saved);
      return;
    }
    if (!doubt && same(name, value, field.saved)) field.chosen = false;
    else if (!doubt && before !== undefined && same(name, value, before)) return;
    else if (by === 'desk' || doubt) learn(field, value, at, before !== undefined);
    else field.chosen = true;
  }

  /**
   * The desk confirmed that a field holds `to`. `quiet`: nobody did anything since that left, so what the page shows as chosen is the
   * desk's word for what was sent, which may be an id alone.
   */
  confirm(ref: CaseRef, name: string, to: Shown, quiet: boolean, at: number): void {
    const field = this.#field(ref, name);
    const { chosen, shown } = field;
    learn(field, to && { ...to, label: (quiet && chosen && shown?.label) || to.label }, at, true);
    // What was chosen since stays a choice.
    field.chosen = chosen && !same(name, shown, field.saved);
  }

  /** This left from the document before and was answered by this one. `from`: what the case held then, as far as it was known. */
  doubt(ref: CaseRef, name: string, from: Value | undefined, to: Value): void {
    const field = this.#field(ref, name);
    if (field.shown !== undefined && !(field.control && same(name, field.shown, to))) return;
    field.saved = from;
    field.doubt = to;
    field.chosen = field.shown !== undefined;
  }

  /** What is shown of these fields and may be a choice. */
  choices(ref: CaseRef, names: readonly string[]): Choice[] {
    const fields = [...(this.#cases.get(caseKey(ref)) ?? [])].filter(([name]) => names.includes(name));
    return fields.flatMap(([field, { chosen, shown, saved }]): Choice[] =>
      chosen && shown ? [{ field, ...(saved === undefined ? {} : { from: saved }), to: shown }] : [],
    );
  }

  #field(ref: CaseRef, name: string): Field {
    const key = caseKey(ref);
    const fields = this.#cases.get(key) ?? new Map<string, Field>();
    // The case that was looked at last stands last.
    this.#cases.delete(key);
    this.#cases.set(key, fields);
    const [oldest] = this.#cases.keys();
    if (this.#cases.size > MOST && oldest !== undefined) this.#cases.delete(oldest);
    const field = fields.get(name) ?? { saved: undefined, at: 0, chosen: false };
    fields.set(name, field);
    return field;
  }
}

function learn(field: Field, value: Shown, at: number, told: boolean): void {
  field.saved = value;
  field.at = at;
  field.told = told;
  field.chosen = false;
  delete field.doubt;
}

/** Whether two values of a field are one. What is not known equals nothing. */
export function same(field: string, a: Shown | undefined, b: Shown | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a === null || b === null ? a === b : sameIn(field, a, b);
}
