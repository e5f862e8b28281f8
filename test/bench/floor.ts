// The extension that does nothing: one empty script in each world of a desk's page, and a worker that waits. What it costs, every extension costs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/places.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Floor',
  version: '1',
  host_permissions: ['http://127.0.0.1/*'],
  background: { service_worker: 'worker.js' },
  content_scripts: (['ISOLATED', 'MAIN'] as const).map((world) => ({
    matches: ['http://127.0.0.1/*'],
    js: ['empty.js'],
    run_at: 'document_start',
    all_frames: true,
    world,
  })),
};

/** Writes it, and gives its folder. */
export function buildFloor(): string {
  const folder = join(ROOT, '.output', 'bench', 'floor');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST, null, 2));
  for (const name of ['empty.js', 'worker.js']) writeFileSync(join(folder, name), '');
  return folder;
}
