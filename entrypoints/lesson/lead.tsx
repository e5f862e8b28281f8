import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { LeadView } from '../../components/teach/lead-view';
import { fieldWords } from '../../components/teach/lead-words';
import { fieldOf } from '../../lib/capture/labels';
import { call } from '../../lib/messages/client';
import type { LessonView, TeachAct, Walk } from '../../lib/model/teaching';

const KEYS: Record<string, Walk> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'before',
  ArrowRight: 'after',
  Enter: 'take',
};

type Props = { nonce: string; onNews(hear: () => void): () => void };

/** Joins the view to the background. Shows nothing where no lesson runs. */
export function Lead({ nonce, onNews }: Props) {
  const [view, setView] = useState<LessonView | null>(null);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const read = useRef<Record<string, string>>({});

  const look = useCallback(async () => {
    const { view: next } = await call('teach/state', { nonce });
    setView(next);
    if (!next) return;
    // What is new among what was read is said aloud.
    const now = Object.fromEntries(next.fields.map(({ field, read: text }) => [field, text]));
    const fresh = Object.entries(now).filter(([field, text]) => read.current[field] !== text);
    read.current = now;
    if (fresh.length > 0) setSaid(fresh.map(([field, text]) => `${fieldWords(field)}: ${text}`).join('. '));
  }, [nonce]);
  useEffect(() => {
    void look().catch(() => undefined);
    return onNews(() => void look().catch(() => undefined));
  }, [look, onNews]);

  const act = useCallback(
    async (what: TeachAct) => {
      setTrouble(undefined);
      try {
        const { done, said: words } = await call('teach/do', { nonce, act: what });
        if (words) setSaid(words);
        if (!done.ok) setTrouble(done.code);
      } catch {
        setTrouble('gone');
      }
    },
    [nonce],
  );

  const aiming = view?.aim !== undefined;
  // Before it is painted: who reads that they may walk is heard.
  useLayoutEffect(() => {
    if (!aiming) return;
    // While something is pointed at, the keys walk over the page.
    const steer = (event: KeyboardEvent) => {
      const walk = KEYS[event.key];
      if (!walk && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      void act(walk ? { do: 'walk', walk } : { do: 'aim', aim: null });
    };
    window.addEventListener('keydown', steer, true);
    return () => window.removeEventListener('keydown', steer, true);
  }, [aiming, act]);

  return (
    view && <LeadView view={view} said={said} trouble={trouble} fieldOf={fieldOf} act={(what) => void act(what)} />
  );
}
