import type { Timeline } from '../../lib/audit/timeline';
import { say } from '../../lib/words/say';
import { CaseTitle, type Opener } from '../audit/case-title';
import { eventWords } from '../audit/event-words';
import { momentWords } from '../audit/words';
import { EraseCase, type Erasing } from './erase-case';
import { FourQuestions } from './four-questions';
import { hashOf } from './places';
import { Section } from './section';

type Props = {
  id: string;
  title: string;
  url: string;
  timeline: Timeline;
  now: number;
  opener: Opener;
  erasing: Erasing;
  onErase(): void;
};

/** One case: the four questions that a lead asks, then what happened, line by line. */
export function CasePlace({ id, title, url, timeline, now, opener, erasing, onErase }: Props) {
  return (
    <Section title={say('audit_untitled', id)}>
      <p className="back">
        <a href={hashOf({ name: 'handoffs' })}>{say('dashboard_back')}</a>
      </p>
      <p className="case-name">
        <CaseTitle title={title} id={id} url={url} opener={opener} />
      </p>
      <FourQuestions timeline={timeline} now={now} />
      <h3 className="sub-title">{say('dashboard_timeline')}</h3>
      {timeline.facts.length === 0 ? (
        <p className="empty">{say('dashboard_timeline_none')}</p>
      ) : (
        <ol className="lines">
          {timeline.facts.map((fact) => (
            <li key={fact.seq} className="line">
              <time className="when" dateTime={new Date(fact.at).toISOString()}>
                {momentWords(fact.at)}
              </time>
              <span dir="auto">{eventWords(fact)}</span>
              <span className="line-actor" dir="auto">
                {fact.actor}
              </span>
            </li>
          ))}
        </ol>
      )}
      <EraseCase erasing={erasing} onErase={onErase} />
    </Section>
  );
}
