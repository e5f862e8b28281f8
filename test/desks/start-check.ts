// Packages of live desks change: each start checks once that its desk still works as the tests need it, instead of every test finding out.
import { run } from '../setup/run.ts';

export interface CheckedDesk {
  name: string;
  /** Of what is installed; it is named whether the check goes well or not. */
  version: string;
  /** Reads and writes as the tests do, in this order. Each throws with what the desk answered. */
  steps: Record<string, () => Promise<void>>;
}

/** As much of an answer is told: the rest of an error page says nothing more. */
const MOST = 300;

/** Says which desk it is. Throws one line that names desk, version, what was tried and what it answered. */
export async function checkDesk({ name, version, steps }: CheckedDesk, say: (line: string) => void): Promise<void> {
  for (const [what, tries] of Object.entries(steps)) {
    try {
      await tries();
    } catch (error) {
      const { message } = error as Error;
      throw new Error(`${name} ${version} does not work as the tests need it: ${what}: ${inOneLine(message)}`);
    }
  }
  say(`${name} ${version}: ${Object.keys(steps).join(', ')} work as the tests need them`);
}

/** The version of a Debian package, as it is installed. */
export async function packageVersion(name: string): Promise<string> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own way of naming a field
  const { code, output } = await run('dpkg-query', ['-W', '-f=${Version}', name]);
  return code === 0 && output.trim() !== '' ? output.trim() : '(of an unknown version)';
}

/** Throws where a desk does not show what was just written. */
export function expectShown(shown: unknown, written: unknown): void {
  if (shown !== written) throw new Error(`it shows ${JSON.stringify(shown)} for ${JSON.stringify(written)}`);
}

function inOneLine(text: string): string {
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length > MOST ? `${words.slice(0, MOST)}…` : words;
}
