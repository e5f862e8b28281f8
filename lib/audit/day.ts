/** When the local calendar day of this moment began; `back` counts whole days before it. By the calendar: a day may have 23 or 25 hours. */
export function startOfDay(now: number, back = 0): number {
  const date = new Date(now);
  date.setHours(0, 0, 0, 0);
  date.setDate(date.getDate() - back);
  return date.getTime();
}

/** A stretch of time that figures are about, and how many things were looked at: no figure is shown without both. */
export type Window = { since: number; until: number; n: number };
