// A desk of one page, for tests of what Baton knows nothing of: every address shows it, and what is posted is remembered.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OnePageDesk {
  /** With its port, as the address bar shows it. */
  host: string;
  origin: string;
  /** The addresses that were posted to, in order. */
  saves: string[];
  close(): Promise<void>;
}

export async function startOnePageDesk(page: string): Promise<OnePageDesk> {
  const saves: string[] = [];
  const server = createServer((request, answer) => {
    if (request.method === 'POST') saves.push(request.url ?? '');
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    origin: `http://${host}`,
    saves,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
