import { dayOf } from './evidence/day';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** A time of day behind a date does not move it. */
const TIME = /(?:,? +(?:at +)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)?$/i;

/**
 * The calendar day that a page writes, as "2026-12-15": ISO, "15.12.2026", "12/15/2026", "Dec 15, 2026", "15 December 2026",
 * "Tue Dec 15 17:00:00 2026". Null where it is none, or can be read in two ways: 03/01/2027 is in January to some and in March to others.
 */
export function writtenDay(text: string): string | null {
  const plain = text.trim();
  if (plain.length > 60) return null;
  return dayOf(plain) ?? fromNumbers(plain.replace(TIME, '')) ?? fromName(plain);
}

function fromNumbers(text: string): string | null {
  const dots = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  if (dots) return day(dots[3], dots[2], dots[1]);
  const strokes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!strokes) return null;
  const [, first, second, year] = strokes;
  const [monthFirst, dayFirst] = [day(year, first, second), day(year, second, first)];
  if (monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst) return null;
  return monthFirst ?? dayFirst;
}

/** English names alone: what other languages call their months would be a list of its own. */
function fromName(text: string): string | null {
  const us = /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:,|,? \d{2}:\d{2}(?::\d{2})?)? (\d{4})(?!\d)/i.exec(text);
  const rest = /^(?:[a-z]{3,9},? )?(\d{1,2})\.? ([a-z]{3,9})\.? (\d{4})(?!\d)/i.exec(text);
  const [name, date, year] = us ? [us[1], us[2], us[3]] : [rest?.[2], rest?.[1], rest?.[3]];
  const month = name === undefined ? 0 : MONTHS.findIndex((one) => one.startsWith(name.toLowerCase())) + 1;
  return month === 0 ? null : day(year, String(month), date);
}

const day = (year = '', month = '', date = '') => dayOf(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
