import { type ReactNode, useState } from 'react';
import { Fold } from '../../ui/fold';

/** A fold that stands open at first where something is in it, and from then on is the person's. */
export function FoldAtFirst({ summary, open, children }: { summary: string; open: boolean; children: ReactNode }) {
  const [first] = useState(open);
  return (
    <Fold summary={summary} open={first}>
      {children}
    </Fold>
  );
}
