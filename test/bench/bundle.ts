// The script that is measured inside a page, made from its sources.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** One minified script with everything in it, as Baton's own are. */
export async function bundle(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: fileURLToPath(new URL(`in-page/${name}.ts`, import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${name} could not be built`);
  return output.output[0].code;
}
