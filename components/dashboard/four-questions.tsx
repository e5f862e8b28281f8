import type { Gap, Owner, Stay, Timeline } from '../../lib/audit/timeline';
import { say } from '../../lib/words/say';
import { lengthWords, missingWords, momentWords } from '../audit/words';

type Line = { main: string; side: string };

/** Where did it sit, who owned it, what was missing, why was it handed over: as far as this browser saw. */
export function FourQuestions({ timeline: { sat, owned, missing, why }, now }: { timeline: Timeline; now: number }) {
  return (
    <dl className="questions">
      <Question
        words={say('dashboard_q_sat')}
        lines={sat.map((stay) => ({ main: stay.where, side: stayWords(stay, now) }))}
      />
      <Question
        words={say('dashboard_q_owned')}
        lines={owned.map((owner) => ({ main: owner.who, side: ownerWords(owner) }))}
      />
      <Question
        words={say('dashboard_q_missing')}
        lines={missing.map((gap) => ({ main: missingWords(gap.missing), side: gapWords(gap) }))}
      />
      <Question
        words={say('dashboard_q_why')}
        lines={why.map(({ at, words }) => ({ main: words, side: momentWords(at) }))}
      />
    </dl>
  );
}

/** Lines that read the same add nothing and are shown once. */
function Question({ words, lines }: { words: string; lines: readonly Line[] }) {
  const distinct = new Map(lines.map((line) => [`${line.main}\n${line.side}`, line]));
  return (
    <div className="question">
      <dt>{words}</dt>
      <dd>
        {distinct.size === 0 && <span className="count">{say('dashboard_not_seen')}</span>}
        <ul>
          {[...distinct].map(([key, { main, side }]) => (
            <li key={key}>
              <span dir="auto">{main}</span> <span className="count">{side}</span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

function stayWords({ from, until }: Stay, now: number): string {
  if (from === null) return say('dashboard_stay_until', momentWords(until ?? now));
  if (until === null) return say('dashboard_stay_since', momentWords(from), lengthWords(now - from));
  return say('dashboard_stay_for', lengthWords(until - from));
}

function ownerWords({ since, by }: Owner): string {
  return say(by === 'sender' ? 'dashboard_owned_until' : 'dashboard_owned_from', momentWords(since));
}

function gapWords({ at, overridden, words }: Gap): string {
  if (overridden) return say('dashboard_gap_went', momentWords(at), words ?? '');
  return say('dashboard_gap_held', momentWords(at));
}
