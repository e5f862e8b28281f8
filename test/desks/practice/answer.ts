import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Person, people, personOf } from './choices.ts';
import { type Body, HttpError, json, NO_BODY, page, Refused, type Reply, readBody, readCookies, send } from './http.ts';
import { errorPage } from './pages/error.ts';
import { type Frame, STYLES } from './pages/layout.ts';
import { CLIENT_SCRIPTS } from './rig/pages.ts';
import { rigRoutes } from './rig/routes.ts';
import { apiRoutes, testRoutes } from './routes/api.ts';
import { caseRoutes } from './routes/case.ts';
import { type Context, flashText, type Route } from './routes/context.ts';
import { dealRoutes } from './routes/deal.ts';
import { listRoutes } from './routes/lists.ts';
import { sessionRoutes, withoutSession } from './routes/session.ts';
import { applyWrite, type LogEntry, logRequest, type State } from './state.ts';

const routes: readonly Route[] = [...listRoutes, ...caseRoutes, ...dealRoutes, ...apiRoutes, ...rigRoutes];

const assets: ReadonlyMap<string, Reply> = new Map([
  ...STYLES.map((name) => [`/style/${name}.css`, asset(`style/${name}.css`, 'text/css; charset=utf-8')] as const),
  ['/style/rig.css', asset('style/rig.css', 'text/css; charset=utf-8')],
  ...CLIENT_SCRIPTS.map(
    (name) => [`/rig/client/${name}.js`, asset(`rig/client/${name}.js`, 'text/javascript; charset=utf-8')] as const,
  ),
  ['/desk.js', asset('desk.js', 'text/javascript; charset=utf-8')],
  ['/icon.svg', asset('icon.svg', 'image/svg+xml')],
]);

/** Thrown to break the connection without an answer, as a test ordered. */
class Dropped extends Error {}

/** One request on its way through the desk. */
interface Exchange {
  readonly state: State;
  readonly slowMs: number;
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly frame: Frame;
  readonly entry: LogEntry;
}

/** Serves one request: finds its route, logs it, and turns whatever goes wrong into a clear answer. */
export async function answer(
  state: State,
  slowMs: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // The host is ours to choose: only path and query matter. What is no address at all finds no page.
  const url = URL.parse(`http://desk${request.url}`) ?? new URL('http://desk/invalid');
  const cookies = readCookies(request);
  const user = personOf(cookies.get('desk_user')) ?? (people[0] as Person);
  const frame: Frame = { state, user, flash: flashText(cookies.get('desk_flash')), path: url.pathname };
  const entry = logEntry(request, url, user);
  let reply: Reply;
  try {
    reply = await respond({ state, slowMs, request, url, frame, entry });
  } catch (error) {
    if (error instanceof Dropped) {
      // A byte that is no HTTP: on a silently closed connection browsers would send the request again by themselves.
      request.socket.end('-');
      return;
    }
    reply = failure(frame, request, error);
  }
  entry.status = reply.status;
  send(response, withFlashShown(frame, reply));
}

async function respond(exchange: Exchange): Promise<Reply> {
  const { state, request, url, entry } = exchange;
  const test = match(testRoutes, request.method, url.pathname);
  let body: Body = NO_BODY;
  try {
    body = await readBody(request);
  } finally {
    // A body that cannot be read is still a request that reached the server.
    if (!test) logRequest(state, Object.assign(entry, body));
  }
  const found = assets.get(url.pathname);
  if (found && request.method === 'GET') return found;
  const free = test ?? match(sessionRoutes, request.method, url.pathname);
  const ended = free
    ? undefined
    : withoutSession(state, (request.method !== 'GET' && cameFrom(request)) || url.pathname);
  if (ended) return ended;
  const { route, params } =
    free ?? match(routes, request.method, url.pathname) ?? notFound(request.method, url.pathname);
  const reply = await route.run(contextOf(exchange, body, params));
  // A page that is drawn, with a refused form in it too, locks its record again.
  if (!test && isPage(reply)) state.lasting = { ...state.lasting, lock: 'held' };
  return reply;
}

const isPage = ({ headers }: Reply) => String(headers['content-type']).startsWith('text/html');

function contextOf(exchange: Exchange, body: Body, params: readonly string[]): Context {
  const { state, slowMs, request, url, frame, entry } = exchange;
  return {
    state,
    user: frame.user,
    frame,
    body,
    params,
    query: url.searchParams,
    cameFrom: cameFrom(request),
    async write(record, write) {
      await meetFault(state, slowMs);
      const changed = applyWrite(record, frame.user.label, write);
      entry.wrote ||= changed;
      return changed;
    },
    async create(make) {
      await meetFault(state, slowMs);
      entry.wrote = true;
      return make();
    },
  };
}

async function meetFault(state: State, slowMs: number): Promise<void> {
  const { fault } = state;
  state.fault = undefined;
  if (fault === 'slow' || fault === 'refuse-slowly') await wait(slowMs);
  // What is drawn again for it locks the record again.
  if (state.lasting.lock === 'expired')
    throw new Refused(
      409,
      'This was not saved: your lock on this record has expired. Look at it, and save again.',
      409,
    );
  if (fault === 'refuse' || fault === 'refuse-slowly') throw new Refused();
  if (fault === '500') throw new HttpError(500, 'The desk could not save this. Please try again.');
  if (fault === 'drop') throw new Dropped();
}

function match(
  list: readonly Route[],
  method: string | undefined,
  path: string,
): { route: Route; params: string[] } | undefined {
  for (const route of list) {
    const params = route.method === method ? route.path.exec(path) : null;
    if (params) return { route, params: params.slice(1) };
  }
  return undefined;
}

function notFound(method: string | undefined, path: string): never {
  const allowed = [...routes, ...testRoutes].filter((route) => route.path.test(path)).map((route) => route.method);
  if (allowed.length === 0) throw new HttpError(404, `There is no page at ${path}.`);
  throw new HttpError(405, `${method} is not possible here.`, { allow: allowed.join(', ') });
}

function failure(frame: Frame, request: IncomingMessage, error: unknown): Reply {
  const { status, message, headers } =
    error instanceof HttpError ? error : new HttpError(500, `The desk has a fault: ${String(error)}`);
  // The rig's requests are answered in JSON, unless a page is asked for.
  const byScript = frame.path.startsWith('/rig/') && !request.headers.accept?.includes('text/html');
  const reply =
    byScript || frame.path.startsWith('/api/')
      ? json({ error: message }, status)
      : page(errorPage(frame, status, message), status);
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

// The line is shown once: the page that carries it takes the cookie away.
function withFlashShown(frame: Frame, reply: Reply): Reply {
  if (frame.flash === undefined || !isPage(reply)) return reply;
  return { ...reply, headers: { ...reply.headers, 'set-cookie': 'desk_flash=; Path=/; Max-Age=0' } };
}

function cameFrom({ headers }: IncomingMessage): string | undefined {
  const referer = URL.canParse(headers.referer ?? '') ? new URL(headers.referer ?? '') : undefined;
  // A path of two slashes would lead to another host.
  return referer?.host === headers.host && !referer?.pathname.startsWith('//') ? referer?.pathname : undefined;
}

function logEntry(request: IncomingMessage, url: URL, user: Person): LogEntry {
  return {
    at: new Date().toISOString(),
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    fields: {},
    files: [],
    raw: '',
    user: user.value,
    wrote: false,
    status: 0,
  };
}

function asset(name: string, type: string): Reply {
  const body = readFileSync(new URL(name, import.meta.url));
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache' }, body };
}
