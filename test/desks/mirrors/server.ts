// The mirrors of the desks that we cannot run: one server, each desk under a host of its own (`hubspot.localhost`), state in memory.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mirrors } from './all.ts';
import type { Asked, Mirror, MirrorRecord, MirrorWrite, Sent } from './mirror.ts';

/** One request that reached a desk. */
export interface MirrorRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  raw: string;
  wrote: boolean;
  status: number;
}

interface State {
  readonly mirror: Mirror;
  records: MirrorRecord[];
  log: MirrorRequest[];
  /** The next write is refused. */
  refuse: boolean;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

/** Pages may load and ask nothing but the desk itself, as on most desks; ClickUp's own interface lives elsewhere. */
const CSP =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-src 'self'; connect-src 'self' https://*.clickup.com";
const CLIENT = new URL('client/', import.meta.url);

/** Starts the mirrors on a port; rejects when it is taken. */
export async function startMirrors(port: number): Promise<{ port: number; close(): Promise<void> }> {
  const states = new Map(mirrors.map((mirror) => [mirror.id, fresh(mirror)]));
  const server = createServer((request, response) => void serve(states, request, response));
  await new Promise<void>((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const fresh = (mirror: Mirror): State => ({
  mirror,
  records: structuredClone([...mirror.seed]),
  log: [],
  refuse: false,
});

async function serve(states: Map<string, State>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(`http://desk${request.url}`);
  let text = '';
  for await (const chunk of request) text += chunk;
  let reply: Reply;
  try {
    // What tests ask stands under /mirror/<desk>, on any host.
    const [, id, what] = /^\/mirror\/(\w+)\/(\w+)$/.exec(url.pathname) ?? [];
    const named = request.headers['x-mirror'] ?? request.headers.host ?? '';
    const state = states.get(id ?? String(named).split('.')[0] ?? '');
    if (!state) throw new Error(`no desk is called ${request.headers.host}`);
    reply = what ? asTold(state, what) : answer(state, request.method ?? '', url, text);
  } catch (error) {
    reply = { status: 500, type: 'text/plain', body: String(error) };
  }
  response.writeHead(reply.status, {
    'content-type': `${reply.type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': CSP,
    // A desk whose interface lives on a host of its own; asked only through the tests' browser.
    'access-control-allow-origin': request.headers.origin ?? '*',
  });
  response.end(reply.body);
}

/** What tests ask for: the log and the cases, a fresh start, a refusal of the next write. */
function asTold(state: State, what: string): Reply {
  if (what === 'reset') Object.assign(state, fresh(state.mirror));
  if (what === 'refuse') state.refuse = true;
  const known: Record<string, unknown> = { log: state.log, records: state.records };
  return json(known[what] ?? {});
}

function answer(state: State, method: string, url: URL, text: string): Reply {
  const { mirror } = state;
  const path = url.pathname;
  if (path.startsWith('/rig/')) return asset(mirror, path.slice('/rig/'.length));
  const entry: MirrorRequest = {
    method,
    path,
    query: Object.fromEntries(url.searchParams),
    raw: text,
    wrote: false,
    status: 200,
  };
  if (method === 'GET') {
    for (const { path: of, page } of mirror.pages) {
      const params = of.exec(path);
      if (params) return { status: 200, type: 'text/html', body: page(askedOf(state, params.slice(1))).text };
    }
  }
  state.log.push(entry);
  for (const write of mirror.writes) {
    const params = write.method === method ? write.path.exec(path) : null;
    if (params) return taken(state, entry, write, { params: params.slice(1), query: url.searchParams, text });
  }
  entry.status = 404;
  return json({}, 404);
}

function taken(state: State, entry: MirrorRequest, write: MirrorWrite, sent: Sent): Reply {
  if (state.refuse) {
    const { status, body } = state.mirror.refusal;
    state.refuse = false;
    entry.status = status;
    return json(body, status);
  }
  entry.wrote = write.creates === true;
  for (const { id, fields } of write.changes(sent)) {
    Object.assign(recordIn(state, id).fields, fields);
    entry.wrote = true;
  }
  return json(write.answer?.(sent) ?? {});
}

function recordIn({ records, mirror }: State, id: string | undefined): MirrorRecord {
  const record = records.find((one) => one.id === id);
  if (!record) throw new Error(`${mirror.id} has no case ${id}`);
  return record;
}

const askedOf = (state: State, params: readonly string[]): Asked => ({
  mirror: state.mirror,
  params,
  record: (id) => recordIn(state, id),
  all: (kind) => state.records.filter((one) => !kind || one.kind === kind),
});

function asset({ id }: Mirror, name: string): Reply {
  const file = name === 'desk.js' ? new URL(`${id}/desk.js`, import.meta.url) : new URL(name, CLIENT);
  return { status: 200, type: name.endsWith('.css') ? 'text/css' : 'text/javascript', body: readFileSync(file) };
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
