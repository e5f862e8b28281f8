import fc from 'fast-check';
import { CaseKind, type CaseSnapshot, KNOWN_FIELDS } from '../../../lib/model/case';
import type { Answer, AnswerValue } from '../../../lib/model/handoff';
import type { Condition, Criterion, Playbook } from '../../../lib/model/playbook';
import type { Situation } from '../../../lib/rules/situation';
import { NOW } from './cases';

/** Few ids and words, so that conditions, answers and fields often meet; and some that every object has. */
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'constructor', 'valueof');
const fields = fc.oneof(fc.constantFrom(...KNOWN_FIELDS), fc.constantFrom('__proto__', 'toString', 'custom'));
const words = fc.oneof(
  fc.constantFrom(
    'S2 - Major',
    'yes',
    'n/a',
    '1. one\n2. two',
    '2026-11-20',
    '2026-02-30',
    '48,600',
    '1.234,5',
    'https://wiki.example.com/a',
    'https://[',
    'Nobody',
    'true',
    'log.txt',
    'card 4111 1111 1111 1111',
    'Dec 15, 2026',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const names = fc.array(
  words.filter((word) => word.length > 0),
  { minLength: 1, maxLength: 3 },
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ field: fields, is: names }),
    fc.record({ answer: ids, is: names }),
    fc.record({ reason: fc.array(ids, { minLength: 1, maxLength: 2 }) }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const prefills = fc.array(
  fc.oneof(
    fields,
    fc.constantFrom(
      '@lastCustomerMessage',
      '@lastPublicReply',
      '@internalNotes',
      '@attachments',
      '@receiver',
      '@url',
      '@unknown',
    ),
  ),
  { maxLength: 3 },
);
const levels = fc.constantFrom('block' as const, 'warn' as const, 'optional' as const);
const options = fc.uniqueArray(fc.record({ id: ids, label: fc.constantFrom('One', 'Two', 'S2', 'Major', 'Yes') }), {
  selector: ({ id }) => id,
  minLength: 2,
  maxLength: 4,
});
const columns = fc.array(fc.record({ id: ids, label: fc.constant('Column') }), { minLength: 1, maxLength: 4 });

const without = fc.constant('secrets' as const);

/** What every criterion has; the last two may be absent. */
function common(conditions: fc.Arbitrary<Condition>) {
  return {
    id: ids,
    label: fc.constantFrom('The question', '?', 'n/a', '漢字'),
    why: fc.constant('Because.'),
    level: levels,
    when: conditions,
    prefill: prefills,
  };
}

function criterion(conditions: fc.Arbitrary<Condition>): fc.Arbitrary<Criterion> {
  const shared = common(conditions);
  const kind = <K extends Criterion['kind']>(
    name: K,
    more: Record<string, fc.Arbitrary<unknown>>,
    required: string[],
  ) =>
    fc.record({ ...shared, kind: fc.constant(name), ...more } as never, {
      requiredKeys: ['id', 'label', 'why', 'level', 'kind', ...required] as never,
    }) as unknown as fc.Arbitrary<Criterion>;
  return fc.oneof(
    kind(
      'text',
      {
        min: fc.integer({ min: 1, max: 40 }),
        lines: fc.integer({ min: 1, max: 3 }),
        // The last is none, and holds nobody back.
        pattern: fc.record({ matches: fc.constantFrom('\\d', 'worker', '('), example: fc.constant('worker 7') }),
        without,
      },
      [],
    ),
    kind('choice', { options }, ['options']),
    kind('person', { notSender: fc.boolean() }, []),
    kind('team', {}, []),
    kind('date', { future: fc.boolean() }, []),
    kind(
      'link',
      {
        hosts: fc.array(fc.constantFrom('wiki.example.com', '*.example.com', '*.', ':::', 'a b'), {
          minLength: 1,
          maxLength: 2,
        }),
      },
      [],
    ),
    kind(
      'number',
      {
        min: fc.integer({ min: -5, max: 5 }),
        max: fc.integer({ min: 6, max: 50 }),
        unit: fc.constantFrom('', 'h', '€'),
      },
      [],
    ),
    kind('rows', { columns, minRows: fc.integer({ min: 1, max: 3 }), without }, ['columns', 'minRows']),
    kind('attachment', {}, []),
    kind('confirmation', { statement: fc.constant('I did.') }, ['statement']),
  );
}

const sites = fc.constantFrom('practice', 'zendesk', 'redmine');
const triggers = fc.record(
  {
    kinds: fc.uniqueArray(fc.constantFrom(...CaseKind.options), { minLength: 1, maxLength: 6 }),
    sites: fc.array(sites, { minLength: 1, maxLength: 3 }),
    any: fc.array(
      fc.record(
        { field: fc.constantFrom('team', 'owner', 'status', 'stage', 'tag'), from: names, to: names },
        { requiredKeys: ['field', 'to'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: ['kinds', 'any'] },
);
const word = names.map(([first]) => first as string);
const owners = fc.record({ before: fc.constantFrom('sender', 'team'), after: fc.constantFrom('person', 'team') });
const approvers = fc.record({ person: word, link: fc.webUrl() }, { requiredKeys: ['person'] });
const lives = fc.array(
  fc.record(
    {
      stage: fc.constantFrom('sent', 'accepted', 'returned', 'closed'),
      means: word,
      status: word,
      desks: fc.array(fc.record({ site: sites, status: word }), { maxLength: 2 }),
    },
    { requiredKeys: ['stage', 'means'] },
  ),
  { maxLength: 4 },
);
const routes = fc.array(
  fc.record({ field: fc.constantFrom('team', 'owner', 'status', 'stage', 'priority', 'tag', 'due'), to: word }),
  { maxLength: 3 },
);

/** Playbooks that the schema takes, sound or not: ids may repeat and conditions may go in circles. */
export function playbooks(conditions: fc.Arbitrary<Condition> = condition): fc.Arbitrary<Playbook> {
  const always = {
    id: fc.constant('generated'),
    version: fc.integer({ min: 1, max: 9 }),
    name: fc.constant('Generated'),
    because: fc.constant('Because.'),
    trigger: triggers,
    reason: fc.record({
      question: fc.constant('Why?'),
      choices: options,
      implied: fc.array(fc.record({ when: conditions, choice: ids }), { maxLength: 3 }),
    }),
    receiver: fc.constant({ team: 'Engineering' }),
    closedBy: fc.constant('sender' as const),
    exit: fc.array(criterion(conditions), { minLength: 1, maxLength: 8 }),
    entry: fc.array(criterion(conditions), { maxLength: 2 }),
    onMissing: fc.constantFrom('hold' as const, 'warn' as const, 'override' as const),
    acceptWithinMinutes: fc.integer({ min: 5, max: 43_200 }),
  };
  const sometimes = { owner: owners, approver: approvers, lifecycle: lives, routing: routes, mayOverride: names };
  return fc.record(
    { ...always, ...sometimes },
    { requiredKeys: Object.keys(always) as (keyof typeof always)[] },
  ) as fc.Arbitrary<Playbook>;
}

const values: fc.Arbitrary<AnswerValue> = fc.oneof(
  words,
  ids,
  fc.boolean(),
  fc.array(fc.array(words, { maxLength: 4 }), { maxLength: 4 }),
);
const answers: fc.Arbitrary<Answer> = fc
  .record({
    value: values,
    by: fc.constantFrom('person' as const, 'captured' as const, 'guess' as const),
    where: fc.option(words, { nil: undefined }),
    at: fc.constant(NOW),
  })
  .map(({ where, ...rest }) => (where === undefined ? rest : { ...rest, where }));

const captured = fc.record({
  field: fields,
  value: words,
  certainty: fc.constantFrom('certain' as const, 'guess' as const),
  where: fc.constant('Somewhere'),
});
const entries = fc.record({
  author: words,
  kind: fc.constantFrom('customer' as const, 'public' as const, 'internal' as const, 'event' as const),
  text: words,
});
const snapshots = fc.record({
  ref: fc.constant({ origin: 'https://desk.example', kind: 'ticket' as const, id: '1' }),
  site: fc.constant('practice'),
  url: fc.constant('https://desk.example/case/1'),
  fields: fc.array(captured, { maxLength: 8 }),
  entries: fc.array(entries, { maxLength: 6 }),
  attachments: fc.array(words, { maxLength: 3 }),
  showsFiles: fc.boolean(),
  health: fc.constant<CaseSnapshot['health']>({ light: 'green', missing: [] }),
  seenAt: fc.constant(NOW),
});

/** Situations of any playbook given. */
export function situations(of: fc.Arbitrary<Playbook>): fc.Arbitrary<Situation> {
  return fc.record({
    playbook: of,
    draft: fc
      .record({ answers: fc.dictionary(ids, answers, { maxKeys: 6 }), reason: fc.option(ids, { nil: undefined }) })
      .map(({ answers, reason }) => (reason === undefined ? { answers } : { answers, reason })),
    snapshot: fc.option(snapshots, { nil: undefined }),
    changes: fc.array(fc.record({ field: fc.oneof(fields, fc.constantFrom('tag')), to: fc.record({ label: words }) }), {
      maxLength: 3,
    }),
    url: fc.constantFrom('https://desk.example/case/1', 'not a url', ''),
    me: fc.option(words, { nil: undefined }),
    recent: fc.array(words, { maxLength: 3 }),
    now: fc.constant(NOW),
  });
}

/** An answer that meets the criterion, given by a person. */
export function goodAnswer(criterion: Criterion): Answer {
  return { value: goodValue(criterion), by: 'person', at: NOW };
}

function goodValue(criterion: Criterion): AnswerValue {
  switch (criterion.kind) {
    case 'text':
      return Array.from(
        { length: criterion.lines ?? 1 },
        (_, n) => `The worker with number ${n} lost the rows of Tuesday night`,
      ).join('\n');
    case 'choice':
      return criterion.options[0]?.id ?? '';
    case 'person':
      return 'Wilhelmina Okonkwo-Zielinski';
    case 'team':
      return 'Engineering';
    case 'date':
      return '2031-05-17';
    case 'link':
      return 'https://wiki.example.com/pages/17';
    case 'number':
      return String(criterion.min ?? 5);
    case 'rows':
      return Array.from({ length: criterion.minRows }, (_, n) =>
        criterion.columns.map(({ id }) => `Restarted worker ${n} for ${id}`),
      );
    case 'attachment':
      return 'https://files.example.com/weekly-stock-empty.csv';
    case 'confirmation':
      return true;
  }
}
