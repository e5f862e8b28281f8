import { ago } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import type { Sheet, SheetCase } from './sheet';

/** The change that hands over: the one of the trigger's first field that changes. */
export function handingOver(one: SheetCase, sheet: Sheet) {
  const fields = sheet.playbook.trigger.any.map(({ field }) => field as string);
  return one.changes.find(({ field }) => fields.includes(field)) ?? one.changes[0];
}

/** Who has it now, in words; several cases may come from several. */
export function fromWords(sheet: Sheet, now: number): string {
  const names = new Set(
    sheet.cases.map((one) => {
      const change = handingOver(one, sheet);
      if (!change?.from?.label) return say('panel_from_unknown');
      const { label } = change.from;
      return change.fromSeenAt === undefined ? label : say('panel_from_seen', label, ago(change.fromSeenAt, now));
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
