// `npm run new:site NAME`: a folder for a desk, its fixtures to fill in, and its line in the list. Writes over nothing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './places.ts';
import { listed, scaffold } from './site-scaffold.ts';

const LIST = join(ROOT, 'lib/sites/all.ts');

const name = process.argv.slice(2).join(' ').trim();
try {
  const { id, files } = scaffold(name, new Date());
  const taken = Object.keys(files).find((path) => existsSync(join(ROOT, path)));
  if (taken) throw new Error(`${taken} is there already: choose another name, or work on that one`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  writeFileSync(LIST, listed(readFileSync(LIST, 'utf8'), id));
  console.log(`${Object.keys(files).join('\n')}\n\nNext: put real pages into test/sites/${id}, and what a person sees on them beside each.
npm run sites says what is still missing; CONTRIBUTING.md says how a site is written.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
