import type { ComponentProps } from 'react';

type Props = Omit<ComponentProps<'button'>, 'type' | 'disabled'> & {
  look?: 'plain' | 'main' | 'quiet' | 'icon';
  /** Looks not ready, yet takes focus and presses: it then says what is missing. A `disabled` button is silent. */
  waiting?: boolean;
  /** Does nothing for now (something is under way), and says so; keeps its focus. */
  off?: boolean;
};

export function Button({ look = 'plain', waiting = false, off = false, className = '', ...rest }: Props) {
  const looks = ['button', look !== 'plain' && `button-${look}`, waiting && 'button-waiting', className];
  return (
    <button {...rest} type="button" aria-disabled={off || undefined} className={looks.filter(Boolean).join(' ')} />
  );
}
