import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { sweep } from '../../../lib/service/sweep';
import { beginSending } from '../../../lib/store/handoffs';
import { handoff } from '../store/fixtures';
import { handoffs, newWorld, playbook } from './world';

const MINUTE = 60_000;

beforeEach(() => newWorld(playbook()));

it('what nobody heard of for minutes is not confirmed, also where the clock was set back since it left', async () => {
  const now = Date.now();
  await beginSending(
    [
      handoff('just now', { createdAt: now - MINUTE }),
      handoff('long ago', { createdAt: now - 3 * MINUTE }),
      handoff('tomorrow', { createdAt: now + 24 * 60 * MINUTE }),
    ],
    [],
    'ann',
    now,
  );
  await sweep();
  expect(Object.fromEntries((await handoffs()).map(({ id, state }) => [id, state]))).toEqual({
    'just now': 'sending',
    'long ago': 'unconfirmed',
    tomorrow: 'unconfirmed',
  });
});
