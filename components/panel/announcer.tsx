import { useEffect, useState } from 'react';

/** So long must the words stand before they are read out: typing changes them by the key. */
const SETTLED = 1200;

/** Reads out how things stand, once they have settled and only when they differ. */
export function Announcer({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), SETTLED);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="only-read" role="status" aria-live="polite">
      {said}
    </p>
  );
}
