/** What in an address may be the case's id: whatever holds a digit, and each number in it. */
const IDS = [/[\w-]*\d[\w-]*/g, /\d+/g];
/** Numbers that an administrator's own field keeps: "customfield_10021". */
const OWN_FIELD = /(^|[^a-z])(custom|cf|attr|attribute|fields?|column|prop)[\w[\]-]*[-_[]\d+/i;
/** What an element is just now, and not which one it is. */
const STATE =
  /^(is|has|ng|css|sc)-|(^|[-_])(active|selected|open|closed|focus(ed)?|hover(ed)?|current|checked|new|solved|pending|high|low|changed|invalid)$/i;

/** Which words of a page differ from case to case: what stands at the element, and what may be the case's id. */
export type Varies = { word(text: string): boolean; id(text: string): boolean; state(text: string): boolean };

export function variesAt(page: string, shown: string): Varies {
  const { pathname, search, hash } = new URL(page);
  const address = pathname + search + hash;
  const ids = IDS.flatMap((some) => address.match(some) ?? []).map(
    (id) => new RegExp(`(?<![A-Za-z\\d])${id}(?![A-Za-z\\d])`),
  );
  const value = slug(shown);
  const word = (text: string) =>
    ids.some((id) => id.test(text)) ||
    (/\d{4,}/.test(text) && !OWN_FIELD.test(text)) ||
    (value.length > 1 && `-${slug(text)}-`.includes(value.length < 4 ? `-${value}-` : value));
  return {
    word,
    id: (text) => word(text) || (/\d/.test(text) && !OWN_FIELD.test(text)) || /[:\s]/.test(text),
    state: (text) => word(text) || STATE.test(text),
  };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
}
