// What was typed and marked as saved is never lost, and two tabs of one ticket hold one draft.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchWithExtension } from '../../setup/browsers.ts';
import { BUILDS } from '../../setup/places.ts';
import {
  ask,
  type Baton,
  batonOf,
  complete,
  expect,
  expectAsk,
  handOver,
  holdInBasics,
  kinds,
  openChecklist,
  ready,
  signIn,
  test,
  wellKept,
  write,
  writeAsk,
} from './desk.ts';

const ASK = 'Find out why the export of mixed currencies is blank';

async function stopWorker(baton: Baton): Promise<void> {
  const session = await baton.context.newCDPSession(await baton.newPage());
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

test('a draft survives reloading the page and closing the tab', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  await writeAsk(await holdInBasics(amara, id), ASK);
  await amara.reload();
  await expectAsk(await openChecklist(amara, id), ASK);
  await amara.close();
  const again = await baton.newPage();
  await expectAsk(await openChecklist(again, id), ASK);
});

test('a draft survives when the browser stops Baton’s background, and typing goes on', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const panel = await openChecklist(amara, id);
  await writeAsk(panel, ASK);
  await stopWorker(baton);
  await writeAsk(panel, `${ASK}, in May too`);
  await stopWorker(baton);
  await amara.reload();
  await expectAsk(await openChecklist(amara, id), `${ASK}, in May too`);
});

test('a hold outlives the background: what was held is handed over by a new one', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const panel = await holdInBasics(amara, id);
  await stopWorker(baton);
  await complete(panel);
  await stopWorker(baton);
  await handOver(panel);
  await expect.poll(async () => (await rt.ticket(id)).queue).toBe('Engineering');
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'sent']);
});

test('a draft survives the browser’s end', async ({ rt }) => {
  const id = await wellKept(rt);
  const userDataDir = await mkdtemp(join(tmpdir(), 'baton-drafts-'));
  const launch = () => launchWithExtension({ extensionDir: BUILDS.e2e.extension, headless: true, userDataDir });
  try {
    const first = await launch();
    await ready(batonOf(first));
    const page = await signIn(first, 'amara');
    await writeAsk(await openChecklist(page, id), ASK);
    await first.close();

    const second = await launch();
    await ready(batonOf(second));
    await expectAsk(await openChecklist(await signIn(second, 'amara'), id), ASK);
    await second.close();
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('two tabs of a ticket converge, and answers to different questions do not overwrite each other', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt);
  const one = await openChecklist(amara, id);
  const other = await openChecklist(await baton.newPage(), id);
  const told = /What the customer was told/;
  await ask(one).click();
  await other.getByRole('textbox', { name: told }).click();
  // Both write at the same time, in different fields, key by key.
  await Promise.all([
    ask(one).pressSequentially(ASK, { delay: 15 }),
    other.getByRole('textbox', { name: told }).pressSequentially('We write again on Friday', { delay: 15 }),
  ]);
  await expectAsk(other, ASK, 2_000);
  await expect(one.locator('[data-criterion=told]')).toContainText('We write again on Friday', { timeout: 2_000 });
  await expect(ask(one)).toHaveValue(ASK);
  // The last word on one question counts in both.
  await other.getByRole('button', { name: /^Edit What exactly/ }).click();
  await write(ask(other), 'Repair the export of mixed currencies');
  await ask(other).blur();
  await expectAsk(one, 'Repair the export of mixed currencies', 2_000);
});
