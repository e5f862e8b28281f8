import { readableText } from '../../lib/rules/packet-text';
import { isPersonsOwn } from '../../lib/rules/persons-own';
import { whoHadIt } from '../../lib/rules/who-had-it';
import type { Reading, Sheet } from './sheet';
import { valueLines } from './value-words';

/** The handoff of every case as plain text, for any chat or note. */
export function handoffText(sheet: Sheet, readings: readonly Reading[], now: number): string {
  const { playbook, me } = sheet;
  return readings
    .map(({ one, answers, evaluation }) =>
      readableText({
        playbook,
        title: one.title,
        url: one.url,
        from: whoHadIt(one.changes, one.snapshot)?.label,
        to: playbook.receiver.team,
        sender: me,
        reason: evaluation.reason,
        answers,
        changes: one.changes,
        now,
      }),
    )
    .join('\n\n----\n\n');
}

/** What the person typed and nothing else, to carry it away when it cannot be saved. */
export function typedText(sheet: Sheet, readings: readonly Reading[], now: number): string {
  const blocks = sheet.playbook.exit.flatMap((criterion) => {
    const answer = readings.map(({ answers }) => answers[criterion.id]).find((one) => one && isPersonsOwn(one));
    const lines = valueLines(criterion, answer?.value, now);
    return answer && lines.length > 0 ? [[criterion.label, ...lines].join('\n')] : [];
  });
  return blocks.join('\n\n');
}
