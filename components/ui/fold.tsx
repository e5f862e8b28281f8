import type { ReactNode } from 'react';

type Props = { summary: string; open?: boolean; children: ReactNode };

/** Folded away until asked for; the browser's own element, so that keys, search and screen readers know it. */
export function Fold({ summary, open, children }: Props) {
  return (
    <details className="fold" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
