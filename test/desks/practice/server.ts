import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { answer } from './answer.ts';
import { createState, type State } from './state.ts';

const DEFAULT_PORT = 18090;

export interface PracticeDeskOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** How long a write waits after the fault `slow`, in milliseconds. */
  readonly slowMs?: number;
}

export interface PracticeDesk {
  readonly url: string;
  readonly state: State;
  close(): Promise<void>;
}

/** Starts the practice desk and resolves when it answers; rejects with a clear error when the port is taken. */
export async function startPracticeDesk(options: PracticeDeskOptions = {}): Promise<PracticeDesk> {
  const { port = DEFAULT_PORT, host = '127.0.0.1', slowMs = 2000 } = options;
  const state = createState();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void answer(state, slowMs, request, response);
  });
  await listen(server, port, host);
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://${host}:${actual}`, state, close: () => close(server) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portTaken(port, host, error) : error),
    );
    server.listen(port, host, resolve);
  });
}

function portTaken(port: number, host: string, cause: Error): Error {
  return new Error(
    `Port ${port} on ${host} is already in use. Stop what runs there, or choose another port with --port.`,
    { cause },
  );
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    // Browsers keep connections open; without this, closing would wait for them.
    server.closeAllConnections();
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: String(DEFAULT_PORT) } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`“${values.port}” is not a port number.`);
  const desk = await startPracticeDesk({ port });
  console.log(`The practice desk runs at ${desk.url} – press Ctrl+C to stop it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void desk.close());
}

if (import.meta.main) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
