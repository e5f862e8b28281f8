import { say, sayIfKnown } from '../../lib/words/say';
import { whyWords } from '../audit/why-words';
import { Button } from '../ui/button';
import { healthWords } from '../ui/health-words';
import { Light } from '../ui/light';
import { Notice } from '../ui/notice';
import type { Mark, PageState, Teach } from './page-state';

const HEALTH = { green: 'popup_health_green', amber: 'popup_health_amber', red: 'popup_health_red' } as const;

/** Why the icon is marked, in a sentence; the code is one of the icon's own. */
function markWords({ code, why }: Mark): string {
  const sentence = sayIfKnown(`icon_${code.replaceAll('-', '_')}`) ?? say('icon_unjudged');
  return why === undefined || why === code ? sentence : say('popup_mark_why', sentence, whyWords(why));
}

type Props = { page: PageState; onUse(): void; onTeach(): void; onReading(): void; onLeave(): void };

/** What Baton makes of this page, and the one thing to do about it. */
export function PageCard(props: Props) {
  return (
    <section className="page" aria-label={say('popup_page_label')} aria-live="polite">
      <Body {...props} />
    </section>
  );
}

function Body({ page, onUse, onTeach, onReading, onLeave }: Props) {
  switch (page.is) {
    case 'looking':
      return <p className="page-words">{say('popup_page_looking')}</p>;
    case 'none':
      return <p className="page-words">{say('popup_page_none')}</p>;
    case 'unknown':
      return <p className="page-words">{say('popup_page_unknown', page.host)}</p>;
    case 'barred':
      return <p className="page-words">{say('policy_barred', page.host)}</p>;
    case 'on':
      return (
        <>
          <p className="page-name">
            {page.desk === null ? say('popup_page_on_generic') : say('popup_page_on', page.desk)}
          </p>
          <p className="page-host">{page.host}</p>
          {page.desk === null && <p className="page-host">{say('popup_generic_holds')}</p>}
          {page.teach && <TeachThis teach={page.teach} onTeach={onTeach} />}
          {page.health ? (
            <>
              <Light state={page.health.light} words={say(HEALTH[page.health.light])} />
              {page.health.light !== 'green' && (
                <ul className="health-parts">
                  {[...healthWords(page.health), say('health_lets')].map((words) => (
                    <li key={words}>{words}</li>
                  ))}
                </ul>
              )}
            </>
          ) : (
            <p className="page-host">{say('popup_health_none')}</p>
          )}
          <p className="page-ways">
            {page.health && (
              <Button look="quiet" onClick={onReading}>
                {say('reading_title')}
              </Button>
            )}
            <Button look="quiet" onClick={onLeave}>
              {say('popup_leave')}
            </Button>
          </p>
          {page.stuck && <Notice tone="warn">{say('dashboard_desk_stuck')}</Notice>}
          {page.mark && <Notice tone="warn">{markWords(page.mark)}</Notice>}
        </>
      );
    default:
      return (
        <>
          <p className="page-name">
            {page.desk === null ? say('popup_page_generic') : say('popup_page_known', page.desk)}
          </p>
          <Button look="main" className="page-use" off={page.is === 'asking'} onClick={onUse}>
            {say(page.is === 'asking' ? 'popup_use_asking' : page.desk === null ? 'popup_use_generic' : 'popup_use')}
          </Button>
          {page.desk === null && <p className="page-host">{say('popup_generic_what')}</p>}
          <p className="page-host">{say('popup_use_what', page.host)}</p>
          {page.is === 'refused' && <Notice>{say('popup_use_refused')}</Notice>}
          {page.is === 'failed' && <Notice tone="warn">{say('popup_use_failed')}</Notice>}
        </>
      );
  }
}

/** The way from a page that is only read to one on which handoffs are held. */
function TeachThis({ teach, onTeach }: { teach: Teach; onTeach(): void }) {
  return (
    <>
      <Button look={teach === 'anew' ? 'quiet' : 'main'} className="page-use" onClick={onTeach}>
        {say(teach === 'anew' ? 'popup_teach_again' : 'popup_teach')}
      </Button>
      {teach === 'first' && <p className="page-host">{say('popup_teach_what')}</p>}
      {teach === 'failed' && <Notice tone="warn">{say('popup_teach_failed')}</Notice>}
    </>
  );
}
