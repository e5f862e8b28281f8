// Running other programs of this project, on the Node that runs this.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from './places.ts';

export interface Ran {
  code: number;
  /** What it printed on both channels, in order. */
  output: string;
}

/** In: a program, its arguments, more environment. Out: its exit code and output; never throws for a program that fails. */
export function run(program: string, args: string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...withOwnNodeFirst(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !program.includes('\\'),
    });
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('error', (error) =>
      resolve({ code: 127, output: `${output}${program} could not be run: ${error.message}\n` }),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a tool of node_modules/.bin. */
export function runTool(name: string, args: string[], env: Record<string, string> = {}): Promise<Ran> {
  return run(join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name), args, env);
}

/** The tools begin with `#!/usr/bin/env node`: without this they would run on the machine's own Node, which may be too old. */
function withOwnNodeFirst(): Record<string, string> {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { [key]: [dirname(process.execPath), process.env[key] ?? ''].join(delimiter) };
}
