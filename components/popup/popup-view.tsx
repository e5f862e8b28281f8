import type { ReactNode } from 'react';
import type { Today } from '../../lib/audit/today';
import type { Handoff } from '../../lib/model/handoff';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import type { Opener } from '../audit/case-title';
import { PassedList } from '../audit/passed-list';
import { Trouble } from '../audit/trouble';
import { dayWords } from '../audit/words';
import { Button } from '../ui/button';
import { Fold } from '../ui/fold';
import { ShortcutLine } from '../ui/shortcut-line';
import { DaySummary } from './day-summary';
import { DraftList, type OpenDraft } from './draft-list';
import { HandoffList } from './handoff-list';
import { HeldList } from './held-list';
import { PageCard } from './page-card';
import type { PageState } from './page-state';

/** What is known of the day; `handoffCount` and `lineCount` are of all, the lists of the newest. */
export type Day = {
  handoffs: readonly Handoff[];
  handoffCount: number;
  /** Of earlier days, and not confirmed to this day. */
  unconfirmed: readonly Handoff[];
  today: Today;
  lineCount: number;
  drafts: readonly OpenDraft[];
};
export type DayState = { is: 'reading' } | { is: 'trouble'; code: string } | { is: 'read'; day: Day };

type Props = {
  page: PageState;
  state: DayState;
  now: number;
  opener: Opener;
  onUse(): void;
  onTeach(): void;
  onReading(): void;
  onLeave(): void;
  onDashboard(): void;
  /** The keys that open Baton (`ui/shortcut-line`). */
  shortcut?: string | null | undefined;
  onShortcut(): void;
};

/** The popup: what Baton makes of this page, and what this browser saw today. */
export function PopupView({ page, state, now, opener, onDashboard, shortcut, onShortcut, ...on }: Props) {
  return (
    <>
      <header className="top">
        <h1 className="top-name">{say('popup_name')}</h1>
        <Button look="quiet" onClick={onDashboard}>
          {say('popup_dashboard')}
        </Button>
      </header>
      <main>
        <PageCard page={page} {...on} />
        {state.is === 'trouble' && <Trouble code={state.code} />}
        {state.is === 'read' && <Glance day={state.day} now={now} opener={opener} />}
      </main>
      <ShortcutLine keys={shortcut} onChange={onShortcut} />
    </>
  );
}

function Glance({ day, now, opener }: { day: Day; now: number; opener: Opener }) {
  const { today, handoffs, handoffCount, unconfirmed, lineCount, drafts } = day;
  const passed = [...today.misfires, ...today.ungated, ...today.arrived, ...today.refused];
  return (
    <>
      <div className="saw">
        <h2 className="saw-title">{say('popup_saw')}</h2>
        <p className="saw-day">{dayWords(now)}</p>
      </div>
      <DaySummary today={today} handoffs={handoffCount} />
      <Part title={say('popup_handoffs')} count={handoffCount}>
        <HandoffList handoffs={handoffs} overrides={today.overrides} opener={opener} />
        {handoffCount > handoffs.length && <p className="empty">{sayCount('popup_newest', handoffs.length)}</p>}
      </Part>
      {unconfirmed.length > 0 && (
        <Part title={say('popup_open_before')} count={unconfirmed.length}>
          <HandoffList handoffs={unconfirmed} overrides={[]} opener={opener} days />
        </Part>
      )}
      <Part title={say('popup_held')} count={today.held.length}>
        <HeldList held={today.held} opener={opener} />
      </Part>
      {passed.length > 0 && (
        <Part title={say('popup_passed')} count={passed.length}>
          <PassedList passed={passed} opener={opener} />
        </Part>
      )}
      {lineCount > today.window.n && <p className="empty">{sayCount('popup_newest_lines', today.window.n)}</p>}
      {today.silent > 0 && <p className="empty">{sayCount('popup_erased', today.silent)}</p>}
      <Part title={say('popup_drafts')} count={drafts.length}>
        <DraftList drafts={drafts} now={now} opener={opener} />
      </Part>
      <Fold summary={say('popup_about')}>
        <p className="empty">{say('popup_about_words')}</p>
      </Fold>
    </>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section className="part">
      <h3 className="part-title">
        {title} <span className="count">{count}</span>
      </h3>
      {children}
    </section>
  );
}
