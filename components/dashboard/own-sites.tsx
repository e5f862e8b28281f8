import { useState } from 'react';
import type { Site } from '../../lib/model/site';
import { say } from '../../lib/words/say';
import { Tag } from '../audit/tag';
import { Button } from '../ui/button';
import { Fold } from '../ui/fold';
import { Notice } from '../ui/notice';
import { type Bringing, BringSite } from './bring-site';
import { SiteFacts } from './site-facts';

type Props = {
  taught: readonly Site[];
  company: readonly Site[];
  /** What the company switched off. */
  off?: { import: boolean; export: boolean };
  /** Ids of sites whose removal did not work. */
  stuck: readonly string[];
  bringing: Bringing;
  onSave(site: Site): void;
  onRemove(site: Site): void;
  onFile(file: File): void;
  onBring(site: Site): void;
  onLeave(): void;
};

const NOTHING_OFF = { import: false, export: false };

/** Desks that do not come with Baton: what people taught, and what their company gives them. */
export function OwnSites(props: Props) {
  const { taught, company, off = NOTHING_OFF, stuck, bringing, onSave, onRemove, ...bring } = props;
  return (
    <section className="own-sites" aria-labelledby="own-sites">
      <h3 id="own-sites" className="sub-title">
        {say('dashboard_own')}
      </h3>
      <p className="section-why">{say('dashboard_own_why')}</p>
      {taught.length + company.length === 0 && <p className="empty">{say('dashboard_own_none')}</p>}
      <ul className="rows">
        {company.map((site) => (
          <li key={`company ${site.id}`} className="row">
            <Name site={site} />
            <Tag>{say('dashboard_own_company')}</Tag>
            <More site={site} />
          </li>
        ))}
        {taught.map((site) => (
          <Taught
            key={site.id}
            site={site}
            stuck={stuck.includes(site.id)}
            onRemove={onRemove}
            {...(off.export ? {} : { onSave })}
          />
        ))}
      </ul>
      {!off.import && <BringSite state={bringing} taught={taught} {...bring} />}
    </section>
  );
}

type OneProps = { site: Site; stuck: boolean; onSave?(site: Site): void; onRemove(site: Site): void };

/** Removing asks once more, with the safe answer under the finger. */
function Taught({ site, stuck, onSave, onRemove }: OneProps) {
  const [asked, setAsked] = useState(false);
  return (
    <li className="row">
      <Name site={site} />
      <span className="site-do">
        {onSave && (
          <Button aria-label={say('dashboard_own_save_named', site.name)} onClick={() => onSave(site)}>
            {say('dashboard_own_save')}
          </Button>
        )}
        <Button aria-label={say('dashboard_own_remove_named', site.name)} onClick={() => setAsked(true)}>
          {say('dashboard_own_remove')}
        </Button>
      </span>
      {asked && (
        <div className="row-foot">
          <Notice tone="warn" urgent>
            <span>{say('dashboard_own_remove_sure')}</span>
            <Button onClick={() => onRemove(site)}>{say('dashboard_own_remove_yes')}</Button>
            <Button autoFocus onClick={() => setAsked(false)}>
              {say('dashboard_own_remove_no')}
            </Button>
            {stuck && <span>{say('dashboard_own_stuck')}</span>}
          </Notice>
        </div>
      )}
      <More site={site} />
    </li>
  );
}

function Name({ site }: { site: Site }) {
  return (
    <span>
      <strong>{site.name}</strong> <span className="count">{site.hosts.join(', ')}</span>
    </span>
  );
}

function More({ site }: { site: Site }) {
  return (
    <div className="row-foot">
      <Fold summary={say('dashboard_own_more')}>
        <SiteFacts site={site} />
        <p className="section-why">{site.reality.note}</p>
      </Fold>
    </div>
  );
}
