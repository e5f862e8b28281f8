// What a desk received, so that it can be compared with and without Baton: byte for byte.

/** What counts of a request that changed something. */
export interface Received {
  method: string;
  path: string;
  body: string;
}

/** One request in a desk’s log. */
export interface Logged {
  method: string;
  path: string;
  query: Record<string, string>;
  raw: string;
}

/** Everything that changed something at the desk, as it came. */
export async function received(desk: { writes(): Promise<Logged[]> }): Promise<Received[]> {
  return (await desk.writes()).map(whole);
}

/** A boundary between the parts of a form is new each time. */
function whole({ method, path, query, raw }: Logged): Received {
  const boundary = /^--(\S+)/.exec(raw)?.[1];
  const body = boundary ? raw.replaceAll(boundary, 'boundary') : raw;
  return { method, path: `${path}?${new URLSearchParams(query)}`, body };
}
