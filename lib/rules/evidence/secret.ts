/** Digits as cards are written, in groups or not. */
const DIGITS = /\d(?:[ -]?\d){12,}/g;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/giu;
/** A word for a secret with something behind it that is one: "password: hunter2", not "password reset by mail" or "password: in the vault". */
const NAMED =
  /(?<!\p{L})(?:passwords?|passwd|pwd|passwort|kennwort|mot de passe|contraseña|api[ _-]?key|secret|token|cvv|cvc)\s*[:=]\s*(\S+)/giu;
/** What keys of well-known services begin with, and what they are wrapped in. */
const KEYS =
  /\b(?:sk_live_\w{8}|rk_live_\w{8}|AKIA[0-9A-Z]{16}|gh[pousr]_\w{20}|github_pat_\w{20}|xox[abprs]-[\w-]{10}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.)|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/;

/** Whether a text holds a card's number (by its check digit), an account's (IBAN, by its checksum), a password or a key. */
export function hasSecret(text: string): boolean {
  return (
    KEYS.test(text) ||
    found(text, DIGITS).some(([digits]) => holdsCard(digits.split(/[ -]/))) ||
    found(text, IBAN).some(([iban]) => isIban(iban.replaceAll(' ', '').toUpperCase())) ||
    found(text, NAMED).some(([, said = '']) => looksSecret(said))
  );
}

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

/** A card's number is whole groups of a run: behind it may stand when it expires. */
function holdsCard(groups: readonly string[]): boolean {
  return groups.some((_, from) => {
    let digits = '';
    return groups.slice(from, from + 19).some((group) => {
      digits += group;
      return isCard(digits);
    });
  });
}

/** Cards begin with 2 to 6; what begins otherwise is a case number, a phone or a time. */
function isCard(digits: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const size = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (size > 9 ? size - 9 : size);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: the first four moved to the end, letters as numbers from 10 on, the whole leaves 1 when divided by 97. */
function isIban(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((char) => Number.parseInt(char, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** Six characters with a digit or sign among letters, or digits alone as a card's code is; plain words say where it is kept. */
function looksSecret(said: string): boolean {
  if (/^https?:\/\//i.test(said)) return false;
  const bare = said.replace(/[.,;:!?)]+$/, '');
  return /^\d{3,}$/.test(bare) || (bare.length >= 6 && /\p{L}/u.test(bare) && /[^\p{L}'’-]/u.test(bare));
}
