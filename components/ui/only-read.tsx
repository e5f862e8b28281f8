import type { ReactNode } from 'react';

/** Words for screen readers alone. */
export function OnlyRead({ children }: { children: ReactNode }) {
  return <span className="only-read">{children}</span>;
}
