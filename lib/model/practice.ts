/** The page of ours that is a small desk to practise on, and the address of its one case. */
export const PRACTICE_PAGE = 'practice.html';
export const PRACTICE_CASE = { kind: 'ticket', id: '1' } as const;
export const PRACTICE_ADDRESS = `/${PRACTICE_PAGE}?case=${PRACTICE_CASE.id}`;

/** The site by which that page is read. */
export const PRACTICE_SITE = 'practice';

/** Whether something is of that page: its origin is the extension's own, and no desk's is. What is practised counts nowhere. */
export function isPractice({ origin }: { origin: string }): boolean {
  return /^[a-z]+-extension:\/\//.test(origin);
}
