import { notAnswering } from '../store/store';

/** If the database does not answer in this time, policy decides; in milliseconds (design, section 7). */
const STORE_LIMIT = 1_000;

/** Work with the database that somebody waits for. Rejects when it does not answer. */
export async function inTime<T>(work: Promise<T>, limit = STORE_LIMIT): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(notAnswering()), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
