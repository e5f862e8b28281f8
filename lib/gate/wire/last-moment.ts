import { eventPhase } from './natives';

/** The page is gone, or asks at this moment whether it may go: what comes later is heard no more. */
let gone = false;
let asking: Event | undefined;

for (const type of ['beforeunload', 'pagehide', 'pageshow'])
  addEventListener(
    type,
    (event) => {
      if (!event.isTrusted) return;
      if (type === 'beforeunload') asking = event;
      else gone = type === 'pagehide';
    },
    true,
  );

/** Whether this is said while the page is being left. An event that nobody hears any more has no phase. */
export function isLastMoment(): boolean {
  return gone || (asking !== undefined && eventPhase(asking) !== 0);
}
