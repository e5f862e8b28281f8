// The story, walked by itself: what a person would do with Baton on the practice desk, with a picture after each step.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { completeSupport, expect, handOver, overlayText, panelOf } from '../e2e/harness.ts';

export interface WalkOptions {
  context: BrowserContext;
  extensionId: string;
  /** Where the practice desk answers, without a slash at the end. */
  deskUrl: string;
  /** The folder for the pictures; emptied first. */
  pictures: string;
}

interface Walker extends WalkOptions {
  page: Page;
}

interface Step {
  /** One line for the person, and by its words the picture's name. */
  name: string;
  /** Gives another page to take the picture of, where it opened one. */
  act(walker: Walker): Promise<Page | undefined>;
}

const steps: Step[] = [
  step('Open a case on the practice desk', async ({ page, deskUrl }) => {
    await page.goto(`${deskUrl}/case/1`);
    await page.waitForSelector('baton-overlay', { state: 'attached' });
  }),
  step('Choose Engineering as the team: the tab already says what is missing', async ({ page }) => {
    await page.click('#edit-details');
    await page.selectOption('#details-team', { label: 'Engineering' });
    await expect.poll(() => overlayText(page)).toContain('to Engineering');
  }),
  step('Press Save all the same: the page does not go, and the checklist opens', async ({ page }) => {
    await page.click('#details-save');
    await panelOf(page);
  }),
  step('Answer what only the sender knows; the rest is filled in from the page', async ({ page }) => {
    await completeSupport(await panelOf(page));
    await expect((await panelOf(page)).getByText(/^Saved/)).toBeVisible();
  }),
  step('Hand over: the very same save goes through, once', async ({ page }) => {
    await handOver(await panelOf(page));
    await page.waitForSelector('#flash');
    await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
  }),
  {
    name: 'See in the popup what this browser saw',
    async act({ context, extensionId }) {
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 400, height: 620 });
      await popup.goto(`chrome-extension://${extensionId}/popup.html`);
      await expect(popup.getByText('Engineering').first()).toBeVisible();
      return popup;
    },
  },
];

function step(name: string, act: (walker: Walker) => Promise<void>): Step {
  return {
    name,
    async act(walker) {
      await act(walker);
      return undefined;
    },
  };
}

/** Walks all steps in one tab. Out: the pictures' paths. Throws at the first step that fails, naming it, with a picture of that moment. */
export async function walk(options: WalkOptions): Promise<string[]> {
  rmSync(options.pictures, { recursive: true, force: true });
  mkdirSync(options.pictures, { recursive: true });
  const page = await options.context.newPage();
  const taken: string[] = [];
  const picture = async (index: number, name: string, of: Page = page) => {
    const path = join(options.pictures, `${String(index + 1).padStart(2, '0')}-${fileName(name)}.png`);
    await of.screenshot({ path });
    taken.push(path);
    return path;
  };
  for (const [index, step] of steps.entries()) {
    let shown: Page | undefined;
    try {
      shown = await step.act({ ...options, page });
    } catch (error) {
      const path = await picture(index, `failed ${step.name}`).catch(() => 'none');
      throw new Error(`"${step.name}" failed: ${(error as Error).message}\n(picture: ${path})`);
    }
    console.log(`${String(index + 1).padStart(2)}. ${step.name}  →  ${await picture(index, step.name, shown)}`);
  }
  return taken;
}

/** "Open a case" → "open-a-case" */
function fileName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
