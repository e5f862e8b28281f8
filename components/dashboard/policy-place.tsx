import type { BrokenPart, Policy, PolicyRead } from '../../lib/model/policy';
import { sayCount } from '../../lib/words/count';
import { say, type WordKey } from '../../lib/words/say';
import { Notice } from '../ui/notice';
import { Section } from './section';

const WHY: Record<string, WordKey> = {
  unknown: 'policy_why_unknown',
  'too-big': 'policy_why_too_big',
  'too-deep': 'policy_why_too_deep',
  'not-json': 'policy_why_not_json',
  'not-playbooks': 'policy_why_not_playbooks',
  'not-baton': 'policy_why_not_baton',
  'not-taught': 'policy_why_not_taught',
  newer: 'policy_why_newer',
  unsound: 'policy_why_unsound',
  twice: 'policy_why_twice',
};

const MODES = { armed: 'policy_mode_armed', shadow: 'policy_mode_shadow', off: 'policy_mode_off' } as const;
const FEATURES = {
  teach: 'policy_off_teach',
  import: 'policy_off_import',
  edit: 'policy_off_edit',
  subscribe: 'policy_off_subscribe',
  export: 'policy_off_export',
  welcome: 'policy_off_welcome',
} as const;
const UNSURE = { open: 'dashboard_unsure_open', closed: 'dashboard_unsure_closed' } as const;

/** What the company's policy sets, part by part, and what of it cannot be used; nothing where there is neither. */
export function PolicyPlace({ policy, broken }: PolicyRead) {
  const holds = linesOf(policy);
  if (holds.length + broken.length === 0) return null;
  return (
    <Section title={say('policy_title')} why={say('policy_why')}>
      <dl className="policy">
        {holds.map(([part, words]) => (
          <div key={part}>
            <dt>{say(part)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {broken.length > 0 && (
        <>
          <h3 className="sub-title">{say('policy_broken_title')}</h3>
          <p className="section-why">{say('policy_broken_why')}</p>
          <div className="policy-broken">
            {broken.map((one) => (
              <Broken key={JSON.stringify(one)} {...one} />
            ))}
          </div>
        </>
      )}
    </Section>
  );
}

function Broken({ part, why, at, line, detail }: BrokenPart) {
  const place = at ? `${part}${at.startsWith('[') ? '' : '.'}${at}` : part;
  return (
    <Notice tone="warn">
      <strong dir="ltr">{line ? say('policy_line', place, String(line)) : place}</strong>{' '}
      <span>{say(WHY[why] ?? 'policy_why_broken')}</span>{' '}
      {detail && (
        <span className="count" dir="ltr">
          {detail}
        </span>
      )}
    </Notice>
  );
}

/** What holds, in words: only the parts that are set. */
function linesOf(policy: Policy): [WordKey, string][] {
  const { playbooks, playbooksUrl, desks, whenUnsure, override, keepDays, identity, roster, modes, off, sites } =
    policy;
  const switchedOff = [
    ...off.sites.map((id) => say('policy_off_site', id)),
    ...off.features.map((feature) => say(FEATURES[feature])),
  ];
  const lines: [WordKey, string | undefined][] = [
    ['policy_part_playbooks', list(playbooks.map(({ name }) => name))],
    ['policy_part_url', playbooksUrl],
    [
      'policy_part_modes',
      list(Object.entries(modes ?? {}).map(([id, mode]) => say('policy_mode', id, say(MODES[mode])))),
    ],
    ['policy_part_override', override && overrideWords(override)],
    ['policy_part_desks', list(desks)],
    ['policy_part_sites', list(sites.map(({ name }) => name))],
    ['dashboard_unsure', whenUnsure && say(UNSURE[whenUnsure])],
    ['policy_part_identity', list([identity?.name, identity?.team].filter((one) => one !== undefined))],
    ['policy_part_roster', list(roster?.map(({ team }) => team))],
    ['policy_part_keep', keepDays === undefined ? undefined : keepWords(keepDays)],
    ['policy_part_off', list(switchedOff)],
  ];
  return lines.filter((line): line is [WordKey, string] => Boolean(line[1]));
}

function overrideWords(override: NonNullable<Policy['override']>): string {
  if (override === 'allowed') return say('policy_override_allowed');
  return override === 'forbidden'
    ? say('policy_override_forbidden')
    : say('policy_override_names', override.join(', '));
}

export function keepWords(days: number): string {
  return days === 0 ? say('policy_keep_all') : sayCount('policy_keep_days', days);
}

function list(words: readonly string[] = []): string {
  return words.join(', ');
}
