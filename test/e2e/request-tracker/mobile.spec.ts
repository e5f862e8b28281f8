// The mobile pages, which RT gives to phones: what is read of a ticket there, and what is found when it is met again.
import type { CaseSnapshot } from '../../../lib/model/case.ts';
import { type Baton, display, expect, kinds, mobile, overlayText, test, wellKept } from './desk.ts';

/** What Baton knows of the only ticket that it met. */
async function fieldsRead(baton: Baton): Promise<Record<string, string>> {
  const [row] = (await baton.rows('sightings')) as { snapshot: CaseSnapshot }[];
  return Object.fromEntries((row?.snapshot.fields ?? []).map(({ field, value }) => [field, value]));
}

test('a ticket is read on its mobile page, and one that changed hands since is recorded there, once', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt);
  await amara.goto(mobile(id));
  await expect
    .poll(() => fieldsRead(baton))
    .toEqual({
      subject: 'Invoice PDF export returns blank page',
      team: 'Support L1',
      owner: 'amara (Amara Okafor)',
      status: 'open',
      priority: 'Medium',
      requester: 'Dana Whitlock <dana.whitlock@northwindclinic.example>',
    });
  expect(await kinds(baton)).toEqual([]);

  await rt.updateTicket(id, { owner: 'jonas' });
  await amara.goto(mobile(id));
  await expect.poll(() => overlayText(amara)).toContain('This case came to Engineering without a handoff');
  expect(await kinds(baton)).toEqual(['ungated']);

  // The full page says the same in its own way: nothing is news.
  await amara.goto(display(id));
  await expect.poll(async () => (await fieldsRead(baton))['Created']).toBeTruthy();
  expect(await kinds(baton)).toEqual(['ungated']);
});
