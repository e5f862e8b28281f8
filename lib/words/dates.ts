import { locale } from './locale';

/** "14:02" or "2:02 PM": the clock as the person reads it. */
export function clock(at: number): string {
  return new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** "12 Nov", with the year where it is not this one. */
export function day(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** "14:02", with the day where it is not today. */
export function moment(at: number, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return today ? clock(at) : `${day(at, now)}, ${clock(at)}`;
}

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "3 hours ago", "yesterday": how long ago, in one unit. */
export function ago(at: number, now: number): string {
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    const steps = Math.trunc((at - now) / length);
    if (steps !== 0) return words.format(steps, unit);
  }
  return words.format(0, 'minute');
}

/** A local calendar day as `2026-03-09`, as date fields hold it. */
export function isoDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Today, tomorrow and the Monday of next week, as date fields hold them. */
export function quickDays(now: number): { today: string; tomorrow: string; monday: string } {
  const ahead = (days: number) => {
    const date = new Date(now);
    // Set by calendar day, not by 24 hours: a day may have 23 or 25 of them.
    date.setDate(date.getDate() + days);
    return isoDay(date);
  };
  const weekday = new Date(now).getDay();
  return { today: ahead(0), tomorrow: ahead(1), monday: ahead((8 - weekday) % 7 || 7) };
}

/** A day kept as `2026-03-09` in words; anything else as it is. */
export function dayInWords(iso: string, now: number): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return iso;
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  const weekday = new Intl.DateTimeFormat(locale(), { weekday: 'short' }).format(date);
  return `${weekday} ${day(date.getTime(), now)}`;
}
