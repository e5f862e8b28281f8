// The wire in Firefox: what it knows, how requests end that it holds, and how its functions look (in Chromium: wire.spec.ts, wire-alone.spec.ts).
import { BUILDS } from '../../setup/places.ts';
import { holdsThemAll } from '../other-realms.ts';
import { closes } from '../practice.ts';
import { alone, endsAsTheBrowserEnds, looksLikeTheBrowser, worksWithWrappers } from '../wire-alone.ts';
import { test } from './harness.ts';

const { extension } = BUILDS.firefoxE2e;

test('a request that is refused ends as the browser’s own would, and leaves no trace', async ({ baton }) => {
  const wired = await alone(await baton.newPage(), extension);
  await endsAsTheBrowserEnds(wired);
  await wired.close();
});

test('the functions that ask look like the browser’s own, and throw what those throw', async ({ baton }) => {
  const wired = await alone(await baton.newPage(), extension);
  const other = await alone(await baton.newPage());
  await looksLikeTheBrowser(wired, other);
  await wired.close();
  await other.close();
});

test('a page that wraps or replaces them works as it does without Baton', async ({ baton }) => {
  const wired = await alone(await baton.newPage(), extension);
  await worksWithWrappers(wired);
  await wired.close();
});

test(
  'what another frame made, and what a page disguises, is known by what it is',
  closes('Request or Blob made by another frame'),
  ({ page, desk, baton }) => holdsThemAll({ page, desk, baton }),
);

test(
  'a handoff beside a picture is held, however it is written down',
  closes('Large body beside a pasted file'),
  ({ page, desk, baton }) => holdsThemAll({ page, desk, baton }, true),
);
