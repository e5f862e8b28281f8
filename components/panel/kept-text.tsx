import { useCallback, useEffect, useState } from 'react';
import type { KeptState } from '../../lib/model/kept';
import { moment } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { CopyByHand } from './copy-by-hand';
import { useCopy } from './use-copy';

/** What was typed in a page of this case that was left: the background's row, by its shape. */
export type KeptOffer = {
  id: string;
  at: number;
  cut: boolean;
  texts: { label: string; text: string }[];
  states: KeptState[];
};
export type KeptOrder = { put?: { id: string; n: number }; discard?: string };
/** `put`: how the field stands now, that a text was to be put back into. */
export type KeptAnswer = { kept: KeptOffer[]; put?: KeptState | undefined };

/** With something held the page is asked once the checklist stands: what is held is decided meanwhile. In milliseconds. */
const LATER = 400;

type Props = {
  /** Asks the page what it does not show of what is kept; first it does what the person wants with it. */
  onKept(order?: KeptOrder): Promise<KeptAnswer>;
  now: number;
  held: boolean;
  /** Counts how often the panel was shown: it asks again each time. */
  shown: number;
};

/** What a person typed in the desk's form, and the page does not show any more: to be put back, copied or forgotten. */
export function KeptText({ onKept, now, held, shown }: Props) {
  const [offers, setOffers] = useState<readonly KeptOffer[]>([]);
  const [last, setLast] = useState<{ id: string; n: number; put: KeptState } | null>(null);
  const ask = useCallback(
    (order?: KeptOrder) =>
      void onKept(order).then(({ kept, put }) => {
        setOffers(kept.filter(({ states }) => states.some((state) => state !== 'shown')));
        setLast(put && order?.put ? { ...order.put, put } : null);
      }),
    [onKept],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: it asks again each time it is shown
  useEffect(() => {
    const timer = setTimeout(() => ask(), held ? LATER : 0);
    return () => clearTimeout(timer);
  }, [ask, shown, held]);
  const done = last?.put === 'shown';
  if (offers.length === 0) return done ? <Done /> : null;
  return (
    <section className="part part-kept" aria-label={say('panel_kept_title')}>
      <h2>{say('panel_kept_title')}</h2>
      {done && <Done />}
      {offers.map(({ id, at, cut, texts, states }) => (
        <div key={id} className="kept-page">
          {texts.map(({ label, text }, n) =>
            states[n] === 'shown' ? null : (
              <One
                // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other name
                key={n}
                name={label || say('kept_no_label')}
                when={moment(at, now)}
                text={text}
                refused={last?.id === id && last.n === n && last.put !== 'shown' ? last.put : null}
                onPut={() => ask({ put: { id, n } })}
                // One press forgets all of a page: it stands below the last of its texts.
                onDiscard={n === states.findLastIndex((state) => state !== 'shown') && (() => ask({ discard: id }))}
              />
            ),
          )}
          {cut && <p className="kept-note">{say('panel_kept_cut')}</p>}
        </div>
      ))}
      <p className="kept-note">{say('panel_kept_note')}</p>
    </section>
  );
}

function Done() {
  return (
    <p className="kept-done" role="status">
      {say('panel_kept_done')}
    </p>
  );
}

type OneProps = {
  name: string;
  when: string;
  text: string;
  refused: KeptState | null;
  onPut(): void;
  onDiscard: (() => void) | false;
};

function One({ name, when, text, refused, onPut, onDiscard }: OneProps) {
  const { copied, copy, forget } = useCopy();
  return (
    <div className="kept-one">
      <p className="kept-of" dir="auto">
        {say('panel_kept_of', name, when)}
      </p>
      {/* A long text scrolls, by the keys too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: else the keys do not reach it */}
      <section className="kept-words" dir="auto" tabIndex={0} aria-label={name}>
        {text}
      </section>
      {refused && (
        <p className="kept-refused" role="alert">
          {say(refused === 'filled' ? 'panel_kept_filled' : 'panel_kept_missing')}
        </p>
      )}
      <div className="kept-buttons">
        <Button aria-label={say('panel_kept_put_named', name)} onClick={onPut}>
          {say('panel_kept_put')}
        </Button>
        <Button look="quiet" aria-label={say('panel_kept_copy_named', name)} onClick={() => void copy(text)}>
          {say(copied.is === 'copied' ? 'panel_copied' : 'panel_kept_copy')}
        </Button>
        {onDiscard && (
          <Button look="quiet" onClick={onDiscard}>
            {say('panel_kept_discard')}
          </Button>
        )}
      </div>
      {copied.is === 'failed' && <CopyByHand text={copied.text} onDone={forget} />}
    </div>
  );
}
