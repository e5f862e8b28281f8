// Support to Engineering where it is at home, on the real Request Tracker: held, filled in from the page, completed by typing, let go once.
import { supportToEngineering } from '../../../lib/rules/playbooks/support-to-engineering.ts';
import { fillIn, inDays } from '../checklist.ts';
import { armed, picture } from '../template.ts';
import { actsSince, expect, handOver, holdInBasics, kinds, test, wellKept } from './desk.ts';

test('Support to Engineering: held, filled in, completed by typing, let go once', async ({
  baton,
  rt,
  amara,
}, info) => {
  await armed(baton, supportToEngineering.id);
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  const panel = await holdInBasics(amara, id);
  await expect(panel.getByText(supportToEngineering.because)).toBeVisible();
  const filled = { severity: 'S2', summary: 'Invoice PDF export', environment: 'Chrome 126', steps: 'Open Billing' };
  for (const [criterion, words] of Object.entries(filled))
    await expect(panel.locator(`[data-criterion="${criterion}"]`)).toContainText(words);
  expect(await acts()).toEqual([]);
  await picture(amara, info, 'template-support-to-engineering');

  const answers = {
    tried: [['Exported again in a private window', 'the same blank page']],
    ask: 'Find out why the export of mixed currencies is blank',
    told: 'We look into it and write again on Friday',
    'needed-by': inDays(3),
    contingency: 'If it is not mended by Friday noon: send one invoice per currency, and call Priya Raman',
  };
  await fillIn(panel, supportToEngineering, answers, 'defect');
  await handOver(panel);
  await expect.poll(acts).toEqual(['amara: Set Queue 3 > 4']);
  expect((await kinds(baton)).filter((kind) => kind === 'held')).toHaveLength(1);
});
