// How requests end that the wire holds, and how its functions look, in Chromium (in Firefox: firefox/wire.spec.ts).
import { BUILDS } from '../setup/places.ts';
import { test } from './rig/twin.ts';
import { alone, endsAsTheBrowserEnds, looksLikeTheBrowser, worksWithWrappers } from './wire-alone.ts';

const { extension } = BUILDS.e2e;

test('a request that is refused ends as the browser’s own would, and leaves no trace', async ({ plain }) => {
  const wired = await alone(await plain.newPage(), extension);
  await endsAsTheBrowserEnds(wired);
  await wired.close();
});

test('the functions that ask look like the browser’s own, and throw what those throw', async ({ plain }) => {
  const wired = await alone(await plain.newPage(), extension);
  const other = await alone(await plain.newPage());
  await looksLikeTheBrowser(wired, other);
  await wired.close();
  await other.close();
});

test('a page that wraps or replaces them works as it does without Baton', async ({ plain }) => {
  const wired = await alone(await plain.newPage(), extension);
  await worksWithWrappers(wired);
  await wired.close();
});
