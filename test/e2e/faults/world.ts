// One try: the page, the second tab where there is one, what was typed and when the panel said that it was saved.
import type { Frame, Locator, Page } from '@playwright/test';
import { type Baton, type Desk, panelOf } from '../practice.ts';
import type { Door } from './doors.ts';
import type { Fault } from './faults.ts';
import type { Machine } from './machine.ts';
import type { Cell } from './table.ts';

/** What the field held at a moment, and whether the panel said "Saved" at that same moment. */
export interface Seen {
  at: number;
  criterion: string;
  text: string;
  saved: boolean;
}

export class World {
  readonly machine: Machine;
  readonly fault: Fault;
  readonly door: Door;
  readonly desk: Desk;
  page!: Page;
  panel: Frame | undefined;
  /** The same draft in another tab. */
  other: { page: Page; panel: Frame } | undefined;
  readonly seen: Seen[] = [];
  /** When the fault struck. */
  struck = 0;
  /** How often the person made the change in the desk: each may reach it once. */
  acts = 0;
  /** What went wrong, in words, for whoever reads the failed test. */
  readonly trouble: string[] = [];
  readonly lost: string[] = [];
  readonly doubled: string[] = [];
  readonly stuck: string[] = [];

  constructor(machine: Machine, { fault, door }: Cell, desk: Desk) {
    this.machine = machine;
    this.fault = fault;
    this.door = door;
    this.desk = desk;
  }

  get baton(): Baton {
    return this.machine.baton;
  }

  async openStart(): Promise<void> {
    this.page = await this.baton.newPage();
    await this.page.goto(this.address(this.door.startPath));
  }

  /** Opens a page of the desk, also while another is on its way. */
  async go(path: string): Promise<void> {
    const { page } = this;
    for (let tries = 0; ; tries++) {
      try {
        return void (await page.goto(this.address(path)));
      } catch (error) {
        if (tries === 3) throw error;
        await page.waitForLoadState().catch(() => undefined);
      }
    }
  }

  address(path: string): string {
    return new URL(path, this.door.draft.split('|')[0]).href;
  }

  /** Makes the change in the desk. */
  async act(): Promise<void> {
    this.acts++;
    await this.door.act(this.page);
  }

  /** Makes the change and waits for the checklist. */
  async hold(): Promise<Frame> {
    await this.act();
    this.panel = await panelOf(this.page);
    return this.panel;
  }

  field(panel = this.panel): Locator {
    if (!panel) throw new Error('no panel yet');
    return panel.getByRole('textbox', { name: this.door.field });
  }

  /** Types on in the field that has the focus, key by key, and notes after each what the panel says. */
  async type(text: string, page = this.page, panel = this.panel, criterion = this.door.criterion): Promise<void> {
    for (const key of text) {
      await page.keyboard.type(key);
      await this.look(panel, criterion);
    }
  }

  /** Notes what the field holds and what the panel says of it, in one look. */
  async look(panel = this.panel, criterion = this.door.criterion): Promise<void> {
    const now = await panel?.evaluate(() => ({
      text: (document.activeElement as HTMLTextAreaElement | null)?.value,
      saved: /^Saved/.test(document.querySelector('.saving')?.textContent ?? ''),
    }));
    if (typeof now?.text === 'string') this.seen.push({ at: Date.now(), criterion, text: now.text, saved: now.saved });
  }

  /** Waits until the panel says that the text is saved, and notes it. */
  async untilSaved(): Promise<void> {
    await this.panel?.getByText(/^Saved/).waitFor();
    await this.look();
  }

  /** The desk's next write, which is the handoff, stays on its way for a while. */
  slowly(step: string): Promise<void> {
    return this.fault.meets?.(this, step) ?? this.desk.fault('slow');
  }

  /** The requests of the change that reached the desk. */
  requests() {
    return this.desk.requests(this.door.method, this.door.path);
  }
}
