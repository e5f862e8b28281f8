import type { ReactNode } from 'react';
import type { DebugReport } from '../../lib/model/debug';
import { say } from '../../lib/words/say';
import { Tag } from '../audit/tag';
import { CopyByHand } from '../panel/copy-by-hand';
import type { Copied } from '../panel/use-copy';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { ReadingFields } from './reading-fields';
import { type Heal, ReadingHeal } from './reading-heal';
import { Section } from './section';

export type ReadingState = { is: 'looking' } | { is: 'none' } | { is: 'read'; report: DebugReport };

type Props = {
  state: ReadingState;
  copied: Copied;
  heal: Heal;
  onAgain(): void;
  onCopy(): void;
  onCopied(): void;
  onHeal(): void;
};

const WRITES = {
  seen: ['good', 'reading_write_seen'],
  lost: ['warn', 'reading_write_lost'],
  'not-here': ['plain', 'reading_write_not_here'],
  'no-form': ['plain', 'reading_write_no_form'],
} as const;
const NOTES = {
  internal: 'reading_note_internal',
  'not proven': 'reading_note_not_proven',
  closed: 'reading_note_closed',
} as const;

/** How Baton reads a page: what was tried and what came of it. No word of the page is in it. */
export function ReadingPlace({ state, copied, heal, onAgain, onCopy, onCopied, onHeal }: Props) {
  const isCase = state.is === 'read' && state.report.page?.isCase === true;
  return (
    <Section title={say('reading_title')} why={say('reading_why')}>
      <div className="reading-do">
        <Button look="main" off={state.is !== 'read'} onClick={onCopy}>
          {say(copied.is === 'copied' ? 'reading_copied' : 'reading_copy')}
        </Button>
        <Button off={state.is === 'looking'} onClick={onAgain}>
          {say('reading_again')}
        </Button>
      </div>
      <div role="status">
        {state.is === 'looking' && <p className="empty">{say('reading_looking')}</p>}
        {(state.is === 'none' || (state.is === 'read' && !isCase)) && <Notice>{say('reading_none')}</Notice>}
        <ReadingHeal heal={heal} onHeal={onHeal} />
      </div>
      {copied.is === 'failed' && <CopyByHand text={copied.text} onDone={onCopied} />}
      {state.is === 'read' && isCase && <Report report={state.report} />}
    </Section>
  );
}

function Report({ report }: { report: DebugReport }) {
  const { site, page, container, fields, others, labelled, writes, talk, attachments, note } = report;
  return (
    <>
      <Part title={say('reading_page')}>
        <dl>
          <Fact name={say('reading_site')}>{site}</Fact>
          <Fact name={say('reading_kind')}>
            {page?.id} <code>{page?.path}</code>
          </Fact>
          <Fact name={say('reading_container')}>{container ? <Place {...container} /> : say('reading_whole')}</Fact>
        </dl>
      </Part>
      <Part title={say('reading_fields')}>
        <ReadingFields fields={fields} />
        {labelled.map((rows) => (
          <p key={rows.css} className="reading-line">
            <Place {...rows} />
          </p>
        ))}
        <p className="count">{say('reading_others', String(others))}</p>
      </Part>
      <Part title={say('reading_writes')}>
        {writes.length === 0 && <p className="empty">{say('reading_no_writes')}</p>}
        <ul className="rows">
          {writes.map(({ id, state }) => (
            <li key={id} className="row">
              <span>{id}</span>
              <Tag tone={WRITES[state][0]}>{say(WRITES[state][1])}</Tag>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('reading_talk')}>
        {talk?.css === undefined ? (
          <p>{say('reading_by_looks')}</p>
        ) : (
          <p className="reading-line">
            <Place css={talk.css} found={talk.found ?? 0} hidden={talk.hidden ?? 0} />
          </p>
        )}
        {talk && (
          <p>
            {say(
              'reading_kinds',
              ...(['customer', 'public', 'internal', 'event', 'unknown'] as const).map((kind) =>
                String(talk.kinds[kind]),
              ),
            )}
          </p>
        )}
        <p className="count">{say('reading_attachments', String(attachments))}</p>
      </Part>
      <Part title={say('reading_note')}>
        {note ? (
          <p className="reading-line">
            <code>{note.editor}</code> <span>{say(NOTES[note.state])}</span>
          </p>
        ) : (
          <p className="empty">{say('reading_note_unknown')}</p>
        )}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="reading-part">
      <h3 className="sub-title">{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="reading-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Place({ css, found, hidden }: { css: string; found: number; hidden: number }) {
  return (
    <>
      <code>{css}</code> <span className="count">{say('reading_count', String(found), String(hidden))}</span>
    </>
  );
}
