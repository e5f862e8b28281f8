import { type FocusEvent, memo, type RefObject, useEffect, useRef } from 'react';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Fold } from '../ui/fold';
import { AfterFold } from './after-fold';
import { Announcer } from './announcer';
import { CaseList } from './case-list';
import { ElsewhereBar, ElsewhereNote } from './elsewhere-note';
import { focusField } from './focus-field';
import { fromWords, toWords } from './from-to';
import { GuessGroup } from './guess-group';
import { ItemList } from './item-list';
import { guessesOf, type Item } from './items';
import { KeptText } from './kept-text';
import { NeedLine } from './need-line';
import { PanelBar } from './panel-bar';
import { PanelHeader } from './panel-header';
import { ReasonChoice } from './reason-choice';
import { RouteList } from './route-list';
import { ELSEWHERE_ID, fieldId, firstMissing, GUESSES_ID, MAIN_ID, ORDER, type SectionName } from './sections';
import type { Sheet } from './sheet';
import type { Doing, Saving, SheetActions } from './sheet-actions';
import { sourceWords } from './source-words';
import { useAfterPress } from './use-after-press';
import { useSheet } from './use-sheet';
import { useWorkedOn } from './use-worked-on';

export type PanelViewProps = {
  sheet: Sheet;
  /** Counts the times the panel was shown: focus goes to what is missing, and buttons must be seen anew. */
  shown: number;
  /** Told where the focus belongs that has no place of its own: what is missing. */
  home: RefObject<string>;
  saving: Saving;
  doing: Doing;
  actions: SheetActions;
};

const TITLES = {
  missing: 'panel_missing_title',
  warnings: 'panel_warnings_title',
  filled: 'panel_filled_title',
} as const;

function Panel({ sheet, shown, home, saving, doing, actions }: PanelViewProps) {
  const worked = useWorkedOn(shown);
  const leaveSoon = useAfterPress(worked.leave);
  const { now, readings, items, missing, noReason, sections } = useSheet(sheet, worked.kept);
  const { elsewhere } = sheet;
  const first = elsewhere ? ELSEWHERE_ID : firstMissing(sections, noReason);
  const body = useRef<HTMLElement>(null);
  const held = sheet.hold?.alive === true;
  const keys = readings.map(({ key }) => key);

  const keepEntry = (at: Element) => {
    const id = at.closest('.entry')?.getAttribute('data-criterion');
    const section = ORDER.find((name) => sections[name].some(({ criterion }) => criterion.id === id));
    if (id && section) worked.keep(id, section);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when shown anew, not for each change of what is missing
  useEffect(() => {
    if (body.current) body.current.scrollTop = 0;
    if (document.hasFocus()) {
      focusField(first ?? MAIN_ID, document);
      // What had the focus already hears of no other: it stays where it is all the same while it is typed into.
      if (document.activeElement) keepEntry(document.activeElement);
    }
    // The frame is not shown yet, and takes the focus from nobody; once it is given it, it has no other place.
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, [shown]);
  useEffect(() => {
    home.current = first ?? MAIN_ID;
    const next = worked.focusNext.current;
    worked.focusNext.current = null;
    if (next && !focusField(next, document)) focusField(first ?? MAIN_ID, document);
  });

  const confirmGuesses = () => {
    const guesses = guessesOf(readings);
    for (const { key, criterion, answer } of guesses) actions.onAnswer([key], criterion, answer.value, answer.where);
    // The button goes away with the last guess, and must not take the focus with it.
    if (document.activeElement?.id === GUESSES_ID) worked.focusNext.current = GUESSES_ID;
  };
  const onBlur = (event: FocusEvent) => {
    actions.onLeave();
    const entry = event.target.closest('.entry[data-criterion]');
    const to = event.relatedTarget;
    if (entry && !(to instanceof Node && entry.contains(to))) leaveSoon(entry.getAttribute('data-criterion') ?? '');
  };

  const list = (name: SectionName) => ({
    name,
    items: sections[name],
    actions,
    open: worked.open,
    offers: {
      people: sheet.people,
      teams: sheet.teams,
      attachments: [...new Set(sheet.cases.flatMap(({ snapshot }) => snapshot?.attachments ?? []))],
      now,
    },
    looked: (id: string) => worked.pressed || worked.left.has(id),
    sourceOf: ({ answer, differs }: Item) =>
      answer && !differs && sheet.cases[0] ? sourceWords(answer, sheet.cases[0], now) : '',
    onEdit: (id: string) => {
      worked.openRow(id);
      worked.focusNext.current = fieldId(id);
    },
  });
  const part = (name: keyof typeof TITLES) =>
    sections[name].length > 0 && (
      <section className={`part part-${name}`} aria-labelledby={`${name}-title`}>
        <h2 id={`${name}-title`}>{say(TITLES[name])}</h2>
        <ItemList {...list(name)} />
      </section>
    );
  const reason = (
    <ReasonChoice
      key={shown}
      reason={sheet.playbook.reason}
      chosen={readings[0]?.evaluation.reason}
      looked={worked.pressed}
      onChoose={(id) => actions.onReason(keys, id)}
    />
  );
  const to = toWords(sheet);
  const attempt = held && !sheet.ahead ? sheet.hold?.attempt : undefined;
  useEffect(() => {
    if (attempt) actions.onHeld(to, missing);
  }, [attempt, to, missing, actions]);
  const { routing = [] } = sheet.playbook;
  const kept = <KeptText onKept={actions.onKept} now={now} held={held} shown={shown} />;
  const count = missing > 0 ? sayCount('panel_missing', missing) : say('panel_complete', to);

  const head = (
    <PanelHeader
      key={`head ${shown}`}
      from={fromWords(sheet, now)}
      to={to}
      title={sheet.cases.length > 1 ? sayCount('panel_cases', sheet.cases.length) : (sheet.cases[0]?.title ?? '')}
      health={sheet.health}
      saving={saving}
      onOtherSide={actions.onOtherSide}
      onHide={actions.onHide}
      onReading={actions.onReading}
    />
  );
  if (elsewhere)
    return (
      <div className="panel">
        {head}
        <main ref={body} className="body">
          <ElsewhereNote elsewhere={elsewhere} />
        </main>
        <ElsewhereBar sheet={sheet} readings={readings} saving={saving} actions={actions} now={now} />
      </div>
    );
  return (
    <div className="panel">
      {head}
      <main ref={body} className="body" onFocus={(event) => keepEntry(event.target)} onBlur={onBlur}>
        {!held && kept}
        <NeedLine
          items={items}
          reasonMissing={noReason}
          to={sheet.playbook.receiver.team}
          because={sheet.playbook.because}
          held={held}
        />
        {readings.length > 1 && <CaseList readings={readings} />}
        {reason}
        {part('missing')}
        {sections.guesses.length > 0 && <GuessGroup {...list('guesses')} onRight={confirmGuesses} />}
        {part('warnings')}
        {part('filled')}
        {routing.length > 0 && <RouteList routes={routing} onRoutes={actions.onRoutes} shown={shown} />}
        {sections.optional.length > 0 && (
          <Fold key={`optional ${shown}`} summary={sayCount('panel_optional', sections.optional.length)}>
            <ItemList {...list('optional')} />
          </Fold>
        )}
        {held && kept}
        <AfterFold key={`after ${shown}`} playbook={sheet.playbook} site={sheet.cases[0]?.snapshot?.site} />
      </main>
      <PanelBar
        sheet={sheet}
        shown={shown}
        readings={readings}
        items={items}
        missing={missing}
        saving={saving}
        doing={doing}
        actions={actions}
        now={now}
        onGuesses={confirmGuesses}
        onIncomplete={() => {
          worked.press();
          worked.focusNext.current = first ?? MAIN_ID;
        }}
      />
      <Announcer key={`said ${shown}`} words={saving.is === 'saved' ? `${count} ${say('panel_saved_word')}` : count} />
    </div>
  );
}

/** The checklist: what is missing first, then what the page already said, then what is optional; the buttons below. */
export const PanelView = memo(Panel);
