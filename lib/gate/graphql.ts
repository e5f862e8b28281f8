// Only desks that speak GraphQL load this (`graphql.js`, registered with their data); the parser is a library's.
import { parse, valueFromASTUntyped } from '@0no-co/graphql.web';
import type { GraphqlItem } from './shared';

// The parts of the tree that are looked at. The library's own types want the whole of another one's.
type Name = { value: string };
type Value = Parameters<typeof valueFromASTUntyped>[0];
type Selection =
  | { kind: 'Field'; name: Name; alias?: Name; arguments?: readonly { name: Name; value: Value }[] }
  | { kind: 'InlineFragment'; selectionSet: Selections }
  | { kind: 'FragmentSpread'; name: Name };
type Selections = { selections: readonly Selection[] };
type Field = Extract<Selection, { kind: 'Field' }>;
type Fragment = { kind: 'FragmentDefinition'; name: Name; selectionSet: Selections };
type Operation = {
  kind: 'OperationDefinition';
  operation: string;
  name?: Name;
  variableDefinitions?: readonly { variable: { name: Name }; defaultValue?: Value }[];
  selectionSet: Selections;
};
type Definition = Operation | Fragment | { kind: 'other' };

type Request = { query?: unknown; operationName?: unknown; variables?: unknown };
type Variables = Record<string, unknown>;

/**
 * The root fields of the mutation that a GraphQL request runs, with their arguments' values. A persisted operation (no text) is one
 * item with its variables. What is no request, a query that only reads, or no GraphQL at all gives none.
 */
export function graphqlItems(request: unknown): GraphqlItem[] {
  if (typeof request !== 'object' || request === null) return [];
  const { query, operationName, variables } = request as Request;
  const name = typeof operationName === 'string' ? operationName : '';
  const given = typeof variables === 'object' && variables !== null ? (variables as Variables) : {};
  if (typeof query !== 'string') return name ? [{ operation: name, field: '', alias: '', args: given }] : [];
  const definitions = parsed(query);
  const operations = definitions.filter((one) => one.kind === 'OperationDefinition');
  const run = operations.find((one) => one.name?.value === name) ?? operations[0];
  if (run?.operation !== 'mutation') return [];
  const fragments = definitions.filter((one) => one.kind === 'FragmentDefinition');
  const values = { ...defaultsOf(run), ...given };
  return fieldsOf(run.selectionSet, fragments, new Set()).map((field) => ({
    operation: run.name?.value ?? name,
    field: field.name.value,
    alias: field.alias?.value ?? '',
    args: Object.fromEntries(
      (field.arguments ?? []).map((one) => [one.name.value, valueFromASTUntyped(one.value, values)]),
    ),
  }));
}

function parsed(query: string): readonly Definition[] {
  try {
    return parse(query, { noLocation: true }).definitions as readonly Definition[];
  } catch {
    return [];
  }
}

/** `$team: ID = "4"`: what a variable is where the request names none. */
function defaultsOf({ variableDefinitions = [] }: Operation): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

/** A fragment's fields stand where it is spread; each is gone into once, for one that spreads itself would never end. */
function fieldsOf(set: Selections, fragments: readonly Fragment[], seen: Set<string>): Field[] {
  return set.selections.flatMap((one) => {
    if (one.kind === 'Field') return [one];
    if (one.kind === 'InlineFragment') return fieldsOf(one.selectionSet, fragments, seen);
    const name = one.name.value;
    const fragment = fragments.find((other) => other.name.value === name);
    if (!fragment || seen.has(name)) return [];
    return fieldsOf(fragment.selectionSet, fragments, seen.add(name));
  });
}
