/** What can go wrong with the store, as a word that the locale files turn into a sentence: what is wrong and what to do. */
export type StoreErrorCode = 'storage-full' | 'storage-blocked' | 'storage-newer' | 'storage-error';

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/** The one place where what the database throws becomes a StoreError. */
export function storeError(error: unknown): StoreError {
  const known = [...causes(error)];
  for (const one of known) if (one instanceof StoreError) return one;
  const names = known.map((one) => nameOf(one));
  const message = error instanceof Error ? error.message : String(error);
  if (names.includes('QuotaExceededError')) return new StoreError('storage-full', message, error);
  if (names.includes('VersionError')) return new StoreError('storage-newer', message, error);
  return new StoreError('storage-error', message, error);
}

/** The error and everything that it says it came from: Dexie wraps a full disk in an AbortError, and bulk writes keep a list. */
function* causes(error: unknown): Generator<unknown> {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [error];
  while (waiting.length > 0) {
    const one = waiting.shift();
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    yield one;
    const from = one as { inner?: unknown; cause?: unknown; failures?: unknown; errors?: unknown };
    waiting.push(from.inner, from.cause);
    for (const list of [from.failures, from.errors]) if (Array.isArray(list)) waiting.push(...list);
  }
}

function nameOf(error: unknown): string {
  const name = (error as { name?: unknown }).name;
  return typeof name === 'string' ? name : '';
}
