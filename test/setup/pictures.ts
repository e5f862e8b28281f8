// Takes the README's pictures anew, on the real Request Tracker, and one of each template, where its test walks it: node test/setup/pictures.ts
import { join } from 'node:path';
import { openRequestTracker, startRequestTracker } from '../desks/rt.ts';
import { batonOf, completeSupport, expect, handOver, overlayText, panelOf, ROSTER, ready } from '../e2e/harness.ts';
import { chooseQueue, display, saveBasics, signIn, wellKept } from '../e2e/request-tracker/desk.ts';
import { launchWithExtension } from './browsers.ts';
import { ensureBuild } from './build.ts';
import { BUILDS, ROOT } from './places.ts';
import { runTool } from './run.ts';

const folder = join(ROOT, 'docs', 'pictures');
const viewport = { width: 1280, height: 760 };

await startRequestTracker();
await ensureBuild('e2e');
const rt = await openRequestTracker('root');

for (const colorScheme of ['light', 'dark'] as const) {
  const launched = await launchWithExtension({
    extensionDir: BUILDS.e2e.extension,
    headless: true,
    viewport,
    colorScheme,
  });
  const baton = batonOf(launched);
  await ready(baton);
  await baton.settings({ roster: ROSTER });
  const page = await signIn(baton, 'amara');
  const id = await wellKept(rt, {
    subject: 'Invoice PDF export returns blank page for multi-currency orders',
    content: 'Since Tuesday our month-end invoices come out as a blank page. We have 43 to send by Friday.',
  });
  await page.goto(display(id));
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await chooseQueue(page, 'Engineering');
  await page.waitForFunction(() => document.querySelector('.transaction'));
  await expect.poll(() => overlayText(page)).toContain('missing');
  if (colorScheme === 'light') await page.screenshot({ path: join(folder, 'tab.png') });
  await saveBasics(page);
  const panel = await panelOf(page);
  await panel.getByRole('radio', { name: /A defect in the product/ }).click();
  // The checklist is as light as the desk, whatever the system prefers.
  if (colorScheme === 'light') await page.screenshot({ path: join(folder, 'held.png') });
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(() => overlayText(page)).toContain('Handed to');
  const popup = await baton.newPage();
  await popup.setViewportSize({ width: 400, height: 560 });
  await popup.goto(`chrome-extension://${launched.extensionId}/popup.html`);
  await popup.getByText('Engineering').first().waitFor();
  await popup.screenshot({ path: join(folder, `popup-${colorScheme}.png`) });
  await launched.close();
}
const walks = ['mirrors/templates.spec', 'request-tracker/templates.spec'];
const { code, output } = await runTool('playwright', ['test', '--config', 'test/playwright.config.ts', ...walks], {
  BATON_PICTURES: folder,
  BATON_WITHOUT_FIREFOX: '1',
  BATON_WITHOUT_WINDOW: '1',
});
if (code !== 0) throw new Error(`The templates' pictures could not be taken:\n${output}`);
console.log(`The pictures are in ${folder}`);
