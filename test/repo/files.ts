import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDS, type BuildName, ROOT } from '../setup/places.ts';

/** The project's own files: what git keeps, or would. Paths from the project's root. */
export function projectFiles(where: RegExp = /./): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const files = list.split('\0').filter((file) => file !== '' && where.test(file) && existsSync(join(ROOT, file)));
  if (files.length === 0) throw new Error(`no file of the project is ${where}`);
  return [...new Set(files)];
}

export function text(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** A file of a finished build, which must be there. */
export function built(build: BuildName, file: string): Buffer {
  const path = join(BUILDS[build].extension, file);
  if (!existsSync(path))
    throw new Error(`${path} is missing: these tests look at finished builds (npm run build, build:firefox)`);
  return readFileSync(path);
}

/** Where a pattern stands, as "file:line: text"; for messages that a person can act on. */
export function places(files: readonly string[], pattern: RegExp, read: (file: string) => string = text): string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}
