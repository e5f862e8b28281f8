/** The address that a text is, when it is http(s), without spaces or a password in it; else null. */
export function readLink(text: string): URL | null {
  const trimmed = text.trim();
  if (trimmed.length > 4000 || /\s/.test(trimmed) || !/^https?:\/\//i.test(trimmed)) return null;
  const url = URL.parse(trimmed);
  return url === null || url.username !== '' || url.password !== '' ? null : url;
}

/** Whether an address is at a host: exactly, with its port where the host names one; `*.example.com` is any host below example.com. */
export function isAtHost(url: URL, host: string): boolean {
  const below = host.startsWith('*.');
  const wanted = URL.parse(`${url.protocol}//${below ? host.slice(2) : host}`);
  if (wanted === null || (wanted.port !== '' && wanted.port !== url.port)) return false;
  const [name, given] = [bare(wanted.hostname), bare(url.hostname)];
  return below ? given.endsWith(`.${name}`) : given === name;
}

/** A host may be written with a stop at its end and is the same host. */
function bare(host: string): string {
  return host.endsWith('.') ? host.slice(0, -1) : host;
}
