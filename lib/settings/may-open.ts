import type { Desk } from '../model/settings';

/** Whether Baton opens this address: a web page of a desk that the person allowed, and nothing else that a page may have called its address. */
export function mayOpen(url: string, desks: readonly Desk[]): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, username, password } = new URL(url);
  const plain = (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
  return plain && desks.some((desk) => desk.origin === origin);
}
