import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Html } from './pages/html.ts';
import type { LogEntry } from './state.ts';

/** What a route answers. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer;
}

/** A request that cannot be served, with the sentence that says why. */
export class HttpError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** What was sent is not accepted as it is: a form is drawn again with it, by default with a status that tells of nothing. */
export class Refused extends HttpError {
  readonly drawnWith: number;

  constructor(status = 422, message = 'This was not saved: the desk wants a category first.', drawnWith = 200) {
    super(status, message);
    this.drawnWith = drawnWith;
  }
}

export interface Body {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: LogEntry['files'];
  /** The body as it came, so that two runs can be compared; cut where it is long. */
  readonly raw: string;
}

export const NO_BODY: Body = { fields: {}, files: [], raw: '' };
const RAW_LIMIT = 20_000;

/** More than Baton reads: that it lets such a body pass unread can be tried. */
const BODY_LIMIT = 48 * 1024 * 1024;

// Strict as on a real desk; no inline scripts or styles, so pages must live without them.
const SECURITY = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

export function page(content: Html, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    body: content.text,
  };
}

export function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(value, null, 2),
  };
}

/** A redirect after a form; cookies carry the flash line or the person to the next page. */
export function redirect(location: string, cookies: readonly string[] = []): Reply {
  return { status: 303, headers: { location, 'set-cookie': [...cookies] }, body: '' };
}

export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...SECURITY, ...reply.headers });
  response.end(reply.body);
}

/** Reads and parses a request's body; forms of both kinds and JSON objects are known. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return NO_BODY;
  const raw = bytes.toString('utf8').slice(0, RAW_LIMIT);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { fields: parseJson(bytes), files: [], raw };
  if (/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(type))
    return { ...(await parseForm(bytes, type)), raw };
  throw new HttpError(415, `A body of type “${type || 'unknown'}” is not understood. Send a form or JSON.`);
}

/** The cookies of a request by name. */
export function readCookies(request: IncomingMessage): Map<string, string> {
  const parts = (request.headers.cookie ?? '').split(';').map((part) => part.trim().split('='));
  return new Map(parts.map(([name = '', value = '']) => [name, value]));
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and thrown away, so that the browser sees the answer and not a broken connection.
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  if (size > BODY_LIMIT) throw new HttpError(413, 'The request is larger than 48 MB. Send smaller files.');
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new HttpError(400, 'The body is not valid JSON.');
  }
  // A batch of calls (JSON-RPC): its members by their place.
  const batch = Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
  if (typeof value !== 'object' || value === null || (Array.isArray(value) && !batch))
    throw new HttpError(400, 'The body must be a JSON object.');
  return { ...value };
}

async function parseForm(bytes: Buffer, type: string): Promise<Omit<Body, 'raw'>> {
  const fields: Record<string, unknown> = {};
  const files: LogEntry['files'][number][] = [];
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new HttpError(400, 'The form could not be read.');
  });
  for (const [field, value] of form) {
    if (typeof value === 'string') fields[field] = value;
    // Browsers send an empty, nameless file for a file input that was left alone.
    else if (value.name !== '' || value.size > 0)
      files.push({ field, name: value.name, size: value.size, type: value.type });
  }
  return { fields, files };
}
