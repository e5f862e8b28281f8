import { whoHadIt } from '../../lib/rules/who-had-it';
import { ago } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import type { Sheet } from './sheet';

/** Who has it now, in words; several cases may come from several. */
export function fromWords(sheet: Sheet, now: number): string {
  const names = new Set(
    sheet.cases.map((one) => {
      const who = whoHadIt(one.changes, one.snapshot);
      if (!who) return say('panel_from_unknown');
      return who.seenAt === undefined ? who.label : say('panel_from_seen', who.label, ago(who.seenAt, now));
    }),
  );
  return names.size === 1 ? ([...names][0] as string) : say('panel_from_several');
}

/** Who gets it: the receiving team, and the person where the change names one. */
export function toWords(sheet: Sheet): string {
  const { team } = sheet.playbook.receiver;
  const owners = new Set(
    sheet.cases.map(({ changes }) => changes.find(({ field }) => field === 'owner')?.to.label ?? ''),
  );
  const [owner] = owners;
  return owners.size === 1 && owner && owner !== team ? say('panel_to_person', team, owner) : team;
}
