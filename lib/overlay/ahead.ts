import { pageOf } from '../capture/page';
import { caseAround, rowTitle, rowValue } from '../capture/rows';
import type { GateFace } from '../gate/shared';
import { call } from '../messages/client';
import type { CaseHandoff } from '../model/attempt';
import type { CaseRef } from '../model/case';
import { caseKey, draftKey } from '../model/case-key';

/**
 * The checklist before it is needed: of the case that somebody touches, the panel draws it out of sight, so that a hold of that case shows it
 * in the same turn. What is held is judged all the same; until then the panel takes no press.
 */
export function makeAhead(gate: () => GateFace | undefined) {
  /** The case that is asked about or drawn; then the draft that is drawn. */
  let asked = '';
  let drawn = '';
  return {
    /** Somebody touched what may hand over. */
    touched(at: Element): void {
      const ref = caseAt(at, gate());
      const key = ref ? caseKey(ref) : '';
      if (!ref || key === asked) return;
      asked = key;
      drawn = '';
      void call('overlay/touched', { ref, ...shownOf(ref, at.ownerDocument, gate()) })
        .then(({ status }) => {
          if (asked !== key || !status) return;
          gate()?.learn(ref, [status]);
          drawn = draftKey(ref, status.playbook);
        })
        .catch(() => undefined);
    },
    /** Something else was drawn, or nothing is any more. */
    forget(): void {
      asked = '';
      drawn = '';
    },
    /** Whether these handoffs are what is drawn. */
    has: (handoffs: readonly CaseHandoff[]): boolean => {
      const [one, ...others] = handoffs;
      return one !== undefined && others.length === 0 && draftKey(one.ref, one.playbook) === drawn;
    },
  };
}

/** What a list calls a case, and whose it says it is: the background may never have seen it. */
function shownOf(ref: CaseRef, page: Document, gate: GateFace | undefined): { title?: string; team?: string } {
  const site = gate?.site();
  const title = site && rowTitle(site, page, ref)?.slice(0, 1000);
  const team = site && rowValue(site, page, ref, 'team')?.slice(0, 4000);
  return { ...(title ? { title } : {}), ...(team ? { team } : {}) };
}

function caseAt(element: Element, gate: GateFace | undefined): CaseRef | null {
  const site = gate?.site();
  if (!site) return null;
  const { URL: address } = element.ownerDocument;
  return (
    caseAround(element, site, new URL(address).origin) ?? pageOf(site, address, element.ownerDocument)?.ref ?? null
  );
}
