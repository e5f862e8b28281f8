// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDay } from '../../../entrypoints/popup/use-day';
import { startOfDay } from '../../../lib/audit/day';
import { makeDatabase, opened } from '../../../lib/store/db';
import { saveAnswer } from '../../../lib/store/drafts';
import { beginSending } from '../../../lib/store/handoffs';
import { closeStore } from '../../../lib/store/store';
import { versions } from '../../../lib/store/versions/all';
import { freshStore, handoff, identity, text } from '../store/fixtures';

const now = Date.now();

function Day() {
  const state = useDay(now);
  if (state.is !== 'read') return <p>{state.is === 'trouble' ? state.code : 'reading'}</p>;
  const { handoffs, drafts } = state.day;
  return (
    <p>{`${handoffs.length} handoffs, drafts: ${drafts.map(({ draft, missing }) => `${draft.ref.id} ${missing ?? '?'}`).join()}`}</p>
  );
}

/** Drawn as in the browser, where nobody waits for React: what it shows comes when it comes. */
function draw(): HTMLElement {
  const holder = document.createElement('div');
  createRoot(holder).render(<Day />);
  return holder;
}

async function shows(drawn: HTMLElement, words: string): Promise<void> {
  await vi.waitFor(() => expect(drawn.textContent).toContain(words));
}

beforeEach(freshStore);
afterEach(closeStore);

describe('the day in the popup', () => {
  it('follows the store while it is open', async () => {
    const drawn = draw();
    await shows(drawn, '0 handoffs');
    await beginSending([handoff('1', { createdAt: now })], [], 'ann', now);
    await shows(drawn, '1 handoffs');
    await saveAnswer(identity('88'), 'steps', text('one'), now);
    await shows(drawn, 'drafts: 88');
  });

  it('sets aside what it could not read, and shows the rest', async () => {
    const db = makeDatabase();
    await opened(db);
    await db.table('handoffs').bulkAdd([handoff('1', { createdAt: startOfDay(now) }), { id: '2', createdAt: now }]);
    const drawn = draw();
    await shows(drawn, '1 handoffs');
    await vi.waitFor(async () => expect(await db.aside.count()).toBe(1));
    db.close();
  });

  it('says what is wrong when a newer Baton made the database', async () => {
    const newer = makeDatabase([
      ...versions,
      { version: (versions.at(-1)?.version ?? 0) + 1, stores: { later: 'id' } },
    ]);
    await opened(newer);
    newer.close();
    await shows(draw(), 'storage-newer');
  });
});
