import { type ReactElement, useState } from 'react';
import { sayCount } from '../../lib/words/count';

/** A list of which the first rows are seen at a glance; the rest is drawn when it is asked for. */
export function Rows({ rows, first = 3 }: { rows: readonly ReactElement[]; first?: number }) {
  const [opened, setOpened] = useState(false);
  // Folding a single row away saves nothing.
  const seen = rows.length === first + 1 ? rows.length : first;
  const more = rows.slice(seen);
  return (
    <>
      <ul>{rows.slice(0, seen)}</ul>
      {more.length > 0 && (
        <details className="fold" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
          <summary>{sayCount('audit_more', more.length)}</summary>
          {opened && <ul>{more}</ul>}
        </details>
      )}
    </>
  );
}
