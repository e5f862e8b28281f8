// Measured alone, after all other tests (playwright.config.ts): what Baton adds to the requests of a real desk.
import { type Delay, figures, keptFor, measureDelays } from './delays.ts';
import { choose, display, expect, expectPassed, RT_URL, reply, test, wellKept } from './desk.ts';
import { writeMessage } from './paths.ts';

/** Milliseconds that Baton may take of a request. */
const MOST = 5;
const UPDATE = 'form[name=TicketUpdate]';

test('no request of the desk but a handoff waits more than 5 ms', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const measured = await measureDelays(amara);
  // The desk's own previews, many of them; RT answers the first few itself.
  let answered = 0;
  await amara.route(/PreviewScrips|ShowSimplifiedRecipients/, (route) =>
    ++answered > 4 ? route.fulfill({ body: '' }) : route.continue(),
  );

  const walk = async (): Promise<Delay[]> => {
    await amara.goto(display(id));
    await amara.waitForSelector('div.transaction');
    await amara.goto(reply(id));
    await writeMessage(amara, 'Thank you.');
    for (const status of ['open', 'stalled', 'new', 'open']) await choose(amara, UPDATE, 'Status', status);
    await expect
      .poll(
        async () => {
          await amara.dispatchEvent(`${UPDATE} select[name=Status]`, 'change');
          return (await measured()).filter(({ kind }) => kind === 'xhr').length;
        },
        { intervals: [150] },
      )
      .toBeGreaterThan(50);
    await amara.click('input[value="Update Ticket"]');
    await amara.waitForURL('**/Ticket/Display.html?id=*');
    // A list's inline edit that hands nothing over is read by the gate, body and all.
    await amara.goto(`${RT_URL}/Search/Results.html?Query=id%3D${id}`);
    const cell = amara.locator('td.editable', { has: amara.locator('select[name=Priority]') }).first();
    for (const words of ['High', 'Low']) {
      await cell.locator('.edit-icon').click({ force: true });
      const saved = amara.waitForResponse((one) => one.url().includes('/Helpers/TicketUpdate'));
      await cell.locator('.dropdown-menu.show a', { hasText: words }).click();
      await saved;
      await expect(cell.locator('.value')).toContainText(words);
    }
    const all = await measured();
    console.log(`    added by Baton to ${figures(all)}`);
    expect(all.length).toBeGreaterThanOrEqual(50);
    expect(all.filter(({ kind }) => kind === 'submit').length).toBeGreaterThan(0);
    expect(all.filter(({ url }) => url.includes('/Helpers/TicketUpdate')).length).toBe(2);
    await amara.evaluate(() => sessionStorage.clear());
    return all;
  };

  // Where a machine stalls a request waits too, but hardly the same one twice: what Baton keeps it keeps in each walk.
  let kept = keptFor(await walk(), MOST);
  for (let again = 0; kept.length > 0 && again < 3; again++) {
    const now = keptFor(await walk(), MOST);
    kept = kept.filter((one) => now.includes(one));
  }
  expect(kept).toEqual([]);
  await expectPassed(amara, baton);
});
