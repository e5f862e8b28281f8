// A hold and its end make no noise: the page's policy reports nothing, and the console says nothing.
import { expect, notNow, openCase, panelOf, panelShown } from '../practice.ts';
import { rigModes } from './modes.ts';
import { partModes } from './part-modes.ts';
import { test } from './twin.ts';

const quiet = ['loading-abort', 'blames-connection', 'rest-xhr', 'retry-fetch'];

for (const mode of [...rigModes, ...partModes].filter(({ id }) => quiet.includes(id)))
  test(`${mode.id}: held and taken back without a word in the console or to the page's policy`, async ({
    page,
    desk,
  }) => {
    const noise: string[] = [];
    page.on('console', (said) => noise.push(`${said.type()}: ${said.text()}`));
    page.on('pageerror', ({ message }) => noise.push(message));
    page.on('request', (request) => request.url().startsWith('blob:') && noise.push(request.url()));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ blockedURI }) => console.error(`policy: ${blockedURI}`));
    });
    await openCase(page, mode.path);
    await mode.act(page);
    await notNow(await panelOf(page));
    await expect.poll(() => panelShown(page)).toBe(false);
    await mode.rolledBack(page);
    expect(await desk.writes()).toEqual([]);
    expect(noise).toEqual([]);
  });
