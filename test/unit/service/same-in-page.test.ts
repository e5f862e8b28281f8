import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCase, type SheetCase } from '../../../components/panel/sheet';
import { caseKey, draftKey } from '../../../lib/model/case-key';
import '../../../lib/rules/re2';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import type { Situation } from '../../../lib/rules/situation';
import { judge } from '../../../lib/service/judge';
import { emptyDraft } from '../../../lib/store/drafts';
import { playbooks, situations } from '../rules/arbitraries';

const ref = { origin: 'https://desk.example', kind: 'ticket' as const, id: '1' };

/** As the background judges it at the press. */
async function inWorker({ playbook, draft, snapshot, changes, url, me, recent, now }: Situation) {
  const identity = { ref, playbook: playbook.id, playbookVersion: playbook.version, title: 'One', url };
  const key = draftKey(ref, playbook.id);
  const seen = snapshot ? [[caseKey(ref), { key: caseKey(ref), ref, values: {}, at: now, snapshot }] as const] : [];
  const [judged] = await judge([{ ref, playbook: playbook.id, changes, url }], [playbook], me, now, {
    seen: new Map(seen),
    drafts: new Map([[key, { ...emptyDraft(identity, now), ...draft }]]),
    recent: new Map([[playbook.id, [...recent]]]),
  });
  if (!judged) throw new Error('nothing was judged');
  return judged;
}

describe('a draft, judged in the background and shown in the page', () => {
  it('is the same in both, whatever the playbook, the page and the draft hold', async () => {
    const any = situations(fc.oneof(playbooks(), fc.constantFrom(...builtInPlaybooks)));
    await fc.assert(
      fc.asyncProperty(any, async (situation) => {
        const judged = await inWorker(situation);
        const { draft, snapshot, title, url, handoff } = judged;
        const told: SheetCase = {
          ref,
          title,
          url,
          snapshot,
          changes: handoff.changes,
          draft,
          recent: [...situation.recent],
        };
        // Messages carry what JSON can say.
        const heard = JSON.parse(JSON.stringify({ told, sheet: { playbook: situation.playbook, me: situation.me } }));
        const { evaluation, answers } = readCase(heard.told, heard.sheet, situation.now);
        expect(evaluation).toEqual(judged.evaluation);
        expect(Object.keys(answers).every((id) => situation.playbook.exit.some((one) => one.id === id))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
