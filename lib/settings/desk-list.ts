/** A desk's origin and the site that describes it, as a build bakes them in. */
export type BakedDesk = { origin: string; site: string };

/**
 * Reads `origin=site,origin=site`. Throws, naming the part that is wrong, so that a company's build fails and not its people's browsers.
 */
export function bakedDesks(list: string, known: readonly string[]): BakedDesk[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const at = part.lastIndexOf('=');
      const [address, site] = [part.slice(0, at), part.slice(at + 1)];
      if (at < 1 || !URL.canParse(address))
        throw new Error(
          `BATON_DESKS: "${part}" is not an address=site, such as https://rt.example.com=request-tracker`,
        );
      const { origin, protocol } = new URL(address);
      if (!/^https?:$/.test(protocol)) throw new Error(`BATON_DESKS: "${address}" is not an http or https address`);
      if (!known.includes(site))
        throw new Error(`BATON_DESKS: Baton knows no site "${site}". It knows ${known.join(', ')}.`);
      return { origin, site };
    });
}

/** The browser's pattern for an origin's host. Patterns carry no port: a host is allowed with all of them. */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
