import type { ReactNode } from 'react';

type Props = {
  tone?: 'plain' | 'good' | 'warn' | 'bad';
  /** Read out at once; for what the person must know before going on. */
  urgent?: boolean;
  children: ReactNode;
};

/** One line that says what is so and what to do, with the buttons to do it. */
export function Notice({ tone = 'plain', urgent = false, children }: Props) {
  return (
    <div className={tone === 'plain' ? 'notice' : `notice notice-${tone}`} role={urgent ? 'alert' : undefined}>
      {children}
    </div>
  );
}
