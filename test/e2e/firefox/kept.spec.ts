// What was typed in the desk's form while it was held is kept and put back, in Firefox too.
import { pressKeys } from '../../setup/firefox.ts';
import { expect, openCase, panelOf, saveToEngineering } from '../practice.ts';
import { test } from './harness.ts';

const REPLY = 'We look into it, and you hear from us on Friday.';

test('a closed tab: the reply is offered with the case, and put back into its field', async ({ page, baton }) => {
  const kept = async () =>
    (await baton.rows<{ texts: { label: string; text: string }[] }>('kept')).flatMap(({ texts }) => texts);
  await page.route('**/reply-draft', (route) => route.abort());
  await openCase(page);
  await page.click('#reply-body');
  await pressKeys(page, REPLY);
  await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
  await page.click('#reply-send', { noWaitAfter: true });
  await panelOf(page);
  await expect.poll(kept).toMatchObject([{ label: 'Reply', text: REPLY }]);
  await page.close();

  const again = await baton.newPage();
  await openCase(again);
  // Held for another change, the panel offers it too.
  await saveToEngineering(again);
  const panel = await panelOf(again);
  await panel.getByRole('button', { name: 'Put back: Reply' }).click();
  await expect(again.locator('#reply-body')).toHaveValue(REPLY);
});
