import { useCallback, useEffect, useState } from 'react';
import { copyText } from './copy-text';

/** `failed` holds the text, so that it can be shown and copied by hand. */
export type Copied = { is: 'no' } | { is: 'copied' } | { is: 'failed'; text: string };

/** So long the button says that it has copied. */
const SAID_FOR = 4000;

export function useCopy() {
  const [copied, setCopied] = useState<Copied>({ is: 'no' });
  const copy = useCallback(async (text: string) => {
    setCopied((await copyText(text, document)) ? { is: 'copied' } : { is: 'failed', text });
  }, []);
  const forget = useCallback(() => setCopied({ is: 'no' }), []);
  useEffect(() => {
    if (copied.is !== 'copied') return;
    const timer = setTimeout(forget, SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied, forget]);
  return { copied, copy, forget };
}
