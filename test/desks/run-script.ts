import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a desk's script (`rt/start.sh`) to its end. Throws with its words when it fails. */
export function runScript(name: string): Promise<void> {
  const path = fileURLToPath(new URL(`./${name}`, import.meta.url));
  return new Promise((resolve, reject) => {
    let said = '';
    // The server that start.sh leaves behind has its own output, so that `close` comes when the script itself ends.
    const child = spawn('bash', [path], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (said += part));
    child.on('error', (error) => reject(new Error(`bash could not be run for ${name}: ${error.message}`)));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(said.trim() || `${name} ended with ${code}`)),
    );
  });
}
