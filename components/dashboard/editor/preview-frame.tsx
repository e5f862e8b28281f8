import { useEffect, useRef, useState } from 'react';
import { say } from '../../../lib/words/say';
import type { Shown } from './samples';

/** What the frame says: that it is there, or that something was pressed in it that would leave the desk. */
type Told = { preview?: 'ready' | 'sends' | 'leaves' };

/** The panel in a page of its own: its keys, focus and ids are not the editor's. It is told what to show, and can send nothing. */
export function PreviewFrame({ shown }: { shown: Shown }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(0);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<Told | null>) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return;
      if (data?.preview === 'ready') setReady((times) => times + 1);
      if (data?.preview === 'sends') setSaid(say('editor_preview_sends'));
      if (data?.preview === 'leaves') setSaid(say('editor_preview_leaves'));
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    setSaid('');
    if (ready > 0) frame.current?.contentWindow?.postMessage({ shown }, location.origin);
  }, [ready, shown]);
  return (
    <>
      <iframe ref={frame} className="preview-frame" src="/preview.html" title={say('editor_preview')} />
      <p className="preview-said" role="status">
        {said}
      </p>
    </>
  );
}
