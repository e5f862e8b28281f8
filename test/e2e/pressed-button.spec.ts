// A desk that fears a second press disables its button, or draws it again, once it was pressed: what the button says is sent all the same, once.
import type { Page } from '@playwright/test';
import { chooseTeam, completeSupport, expect, handOver, openCase, panelOf, test } from './practice.ts';

const AFTERWARDS: Record<string, (button: HTMLButtonElement) => void> = {
  'disabled one tick later': (button) => {
    button.disabled = true;
  },
  'drawn again one tick later': (button) => {
    button.replaceWith(button.cloneNode(true));
  },
  'taken away one tick later': (button) => {
    button.remove();
  },
};

async function pressed(page: Page, afterwards: (button: HTMLButtonElement) => void): Promise<void> {
  await page.evaluate((code) => {
    const button = document.querySelector<HTMLButtonElement>('#details-save');
    if (!button) throw new Error('no button');
    button.name = 'via';
    button.value = 'the button';
    const after = new Function(`return ${code}`)();
    button.addEventListener('click', () => setTimeout(() => after(button), 0));
  }, String(afterwards));
  await page.click('#details-save', { noWaitAfter: true });
}

for (const [name, afterwards] of Object.entries(AFTERWARDS))
  test(`a button ${name}: its name and value are sent, once`, async ({ page, desk }) => {
    await openCase(page);
    await chooseTeam(page);
    await pressed(page, afterwards);
    const panel = await panelOf(page);
    await completeSupport(panel);
    await handOver(panel);
    await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
    const [save, ...others] = await desk.writes();
    expect(others).toEqual([]);
    expect(save?.fields).toMatchObject({ via: 'the button', team: 'engineering' });
  });
