import { settle as settleStored } from '../store/handoffs';
import { endedElsewhere } from './elsewhere';
import { tellStatusesOf } from './statuses';

/** Moves handoffs along by what became of them; whoever shows the same in another tab hears of it. */
export async function settle(...how: Parameters<typeof settleStored>): ReturnType<typeof settleStored> {
  const moved = await settleStored(...how);
  if (moved.length > 0) void Promise.all([endedElsewhere(moved), tellStatusesOf(moved)]).catch(() => undefined);
  return moved;
}
