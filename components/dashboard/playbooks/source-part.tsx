import { useId, useState } from 'react';
import { say } from '../../../lib/words/say';
import { momentWords } from '../../audit/words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { problemOf } from './words';

type Problem = { why: string; line?: number | undefined; at?: string | undefined; detail?: string | undefined };

export type SourceState = {
  /** The source that was taken; null where there is none. */
  taken: { url: string; fetchedAt: number; problem?: (Problem & { seenAt: number }) | undefined } | null;
  /** What came of looking at a new one. */
  looking: { is: 'idle' } | { is: 'looking' } | { is: 'refused'; problem: Problem };
};

type Props = {
  state: SourceState;
  onLook(url: string): void;
  onAgain(): void;
  onLeave(): void;
};

/** The company's source: an address that is looked at now and then; what it brings is seen before the first use. */
export function SourcePart({ state: { taken, looking }, onLook, onAgain, onLeave }: Props) {
  const id = useId();
  const [url, setUrl] = useState('');
  return (
    <section className="playbook-source" aria-labelledby={id}>
      <h3 className="sub-title" id={id}>
        {say('playbooks_source')}
      </h3>
      <p className="section-why">{say('playbooks_source_why')}</p>
      {taken ? (
        <>
          <p>
            <strong className="playbook-url">{taken.url}</strong>{' '}
            <span className="count">{say('playbooks_source_looked', momentWords(taken.fetchedAt))}</span>
          </p>
          {taken.problem && (
            <Notice tone="warn">
              {say('playbooks_source_kept', momentWords(taken.problem.seenAt), problemOf(taken.problem))}
            </Notice>
          )}
          <p className="actions">
            <Button onClick={onAgain}>{say('playbooks_source_again')}</Button>
            <Button onClick={onLeave}>{say('playbooks_source_leave')}</Button>
          </p>
        </>
      ) : (
        <form
          className="find"
          onSubmit={(event) => {
            event.preventDefault();
            onLook(url.trim());
          }}
        >
          <label>
            <span className="label">{say('playbooks_source_address')}</span>
            <input className="input" type="url" dir="ltr" value={url} onChange={({ target }) => setUrl(target.value)} />
          </label>
          <Button off={looking.is === 'looking'} onClick={() => looking.is !== 'looking' && onLook(url.trim())}>
            {say('playbooks_source_look')}
          </Button>
        </form>
      )}
      <div role="status">{looking.is === 'refused' && <Notice tone="warn">{problemOf(looking.problem)}</Notice>}</div>
    </section>
  );
}
