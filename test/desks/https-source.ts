// An https address that brings what it is told to, with a certificate made for it: a company's source of playbooks.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface HttpsSource {
  url: string;
  /** What it answers from now on; null hangs up. */
  brings(text: string | null): void;
  /** Headers of the requests so far. */
  asked: Record<string, string | string[] | undefined>[];
  close(): Promise<void>;
}

export async function startHttpsSource(): Promise<HttpsSource> {
  const asked: HttpsSource['asked'] = [];
  let answer: string | null = '';
  const server = createServer(certificate(), (request, response) => {
    asked.push(request.headers);
    if (answer === null) response.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/playbooks.json`,
    brings: (text) => {
      answer = text;
    },
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function certificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'baton-source-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const how = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', [...how, '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
