import { normaliseText } from '../normalise';

const SIGNED = /^[+-]?/;

/**
 * The number that a text is, with or without its unit or a currency sign; null where it is none, or can be read in two ways:
 * "48,600" is forty-eight thousand to one reader and forty-eight point six to another.
 */
export function readNumber(text: string, unit?: string): number | null {
  if (text.length > 100) return null;
  const digits = bareDigits(text, unit);
  const sign = digits.startsWith('-') ? -1 : 1;
  const size = readSize(digits.replace(SIGNED, ''));
  return size === null ? null : sign * size;
}

function readSize(text: string): number | null {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const simple = /^(\d{1,15})[.,](\d{1,15})$/.exec(text);
  if (simple !== null) {
    const [whole, fraction] = [simple[1] ?? '', simple[2] ?? ''];
    const twoWays = fraction.length === 3 && whole.length <= 3 && whole !== '0';
    return twoWays ? null : Number(`${whole}.${fraction}`);
  }
  // One or more groups of three, and perhaps a decimal part behind another sign: 1.234,56 or 1 234.5 or 1,234,567.
  const grouped = /^(\d{1,3})([ .,'’])(\d{3}(?:\2\d{3}){0,3})(?:([.,])(\d{1,6}))?$/.exec(text);
  if (grouped === null) return null;
  const [, first = '', mark = '', rest = '', decimal, fraction = '0'] = grouped;
  return mark === decimal ? null : Number(`${first}${rest.replace(/\D/g, '')}.${fraction}`);
}

function bareDigits(text: string, unit: string | undefined): string {
  const plain = normaliseText(text).replace('−', '-');
  const name = unit === undefined ? '' : normaliseText(unit);
  const unnamed =
    name !== '' && plain.endsWith(name)
      ? plain.slice(0, -name.length)
      : name !== '' && plain.startsWith(name)
        ? plain.slice(name.length)
        : plain;
  return unnamed.replace(/\p{Sc}/u, '').trim();
}
