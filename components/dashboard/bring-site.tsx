import { useRef } from 'react';
import type { Site } from '../../lib/model/site';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { BringFile } from './bring-file';
import { type FileProblem, fileProblem } from './file-problem';
import { SiteFacts } from './site-facts';

export type Bringing =
  | { is: 'idle' }
  | { is: 'refused'; problem: FileProblem }
  | { is: 'asking'; site: Site }
  | { is: 'failed'; site: Site }
  | { is: 'brought'; site: Site };

type Props = {
  state: Bringing;
  taught: readonly Site[];
  onFile(file: File): void;
  onBring(site: Site): void;
  onLeave(): void;
};

/** A site from a file: what it says is shown before anything is kept. */
export function BringSite({ state, taught, onFile, onBring, onLeave }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  /** What was asked goes away, and the focus with it. */
  const back = () => button.current?.focus();
  return (
    <>
      <p className="actions">
        <BringFile label={say('dashboard_bring')} button={button} onFile={onFile} />
      </p>
      <div role="status">
        {state.is === 'refused' && <Notice tone="warn">{fileProblem(state.problem)}</Notice>}
        {state.is === 'brought' && (
          <Notice tone="good">{say('dashboard_bring_done', state.site.name, state.site.hosts.join(', '))}</Notice>
        )}
      </div>
      {(state.is === 'asking' || state.is === 'failed') && (
        <Asked
          key={state.site.id}
          site={state.site}
          failed={state.is === 'failed'}
          before={taught.find(({ id }) => id === state.site.id)}
          onBring={(site) => {
            back();
            onBring(site);
          }}
          onLeave={() => {
            back();
            onLeave();
          }}
        />
      )}
    </>
  );
}

type AskedProps = Pick<Props, 'onBring' | 'onLeave'> & { site: Site; failed: boolean; before: Site | undefined };

/** What is asked is read out, and keys go on from there. */
const focused = (title: HTMLElement | null) => title?.focus();

function Asked({ site, failed, before, onBring, onLeave }: AskedProps) {
  return (
    <section className="bring" aria-labelledby="bring-title">
      <h4 id="bring-title" className="bring-title" tabIndex={-1} ref={focused}>
        {say('dashboard_bring_title', site.name)}
      </h4>
      <p className="section-why">{say('dashboard_bring_what')}</p>
      <SiteFacts site={site} />
      {before && <p>{say('dashboard_bring_replaces', before.name)}</p>}
      {failed && (
        <Notice tone="warn" urgent>
          {say('dashboard_bring_failed')}
        </Notice>
      )}
      <p className="actions">
        <Button look="main" onClick={() => onBring(site)}>
          {say('dashboard_bring_yes')}
        </Button>
        <Button onClick={onLeave}>{say('dashboard_bring_no')}</Button>
      </p>
    </section>
  );
}
