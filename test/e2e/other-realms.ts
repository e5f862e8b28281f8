// Changes whose parts another frame made, or a page disguised, and changes beside a picture: none of them gets past the wire.
import { expect, type Page, test } from '@playwright/test';
import { type Baton, type Desk, kinds, openCase, panelOf } from './practice.ts';

interface Given {
  page: Page;
  desk: Desk;
  baton: Pick<Baton, 'events'>;
}

/** Sends the same handoff in each of these ways, one after the other; each is given time to be read and to leave. */
async function sendInEachWay(page: Page, large: boolean): Promise<string[]> {
  return page.evaluate(async (picture) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const other = frame.contentWindow as Window & typeof globalThis;
    const fields = { ...(picture ? { picture: 'x'.repeat(1_500_000) } : {}), team: 'engineering' };
    const json = JSON.stringify(fields);
    const bytes = (world: typeof globalThis) => world.Uint8Array.from(new TextEncoder().encode(json));
    const form = (world: typeof globalThis) => {
      const made = new world.FormData();
      for (const [name, value] of Object.entries(fields)) made.append(name, value);
      return made;
    };
    const nameless = <T extends object>(one: T): T => {
      Object.defineProperty(one, Symbol.toStringTag, { value: 'ReadableStream' });
      return Object.setPrototypeOf(one, null);
    };
    const bodies: Record<string, () => unknown> = {
      text: () => json,
      'a text in an object': () => new String(json),
      'what turns into text': () => ({ toString: () => json }),
      'a blob': () => new other.Blob([json]),
      'a file': () => new other.File([json], 'x'),
      'a disguised blob': () => nameless(new Blob([json])),
      bytes: () => bytes(other),
      'disguised bytes': () => nameless(bytes(globalThis)),
      'a view': () => new other.DataView(bytes(other).buffer as never),
      'a buffer': () => bytes(other).buffer,
      fields: () => new other.URLSearchParams(fields),
      'form data': () => form(other),
      'disguised form data': () => nameless(form(globalThis)),
    };
    const settled: string[] = [];
    const wait = (asked: Promise<unknown>, name: string) =>
      asked.then(
        () => settled.push(`${name} went`),
        (error: Error) => error.name !== 'AbortError' && settled.push(`${name}: ${error.name}`),
      );
    const to = '/rig/cases/1';
    const method = 'POST';
    for (const [name, make] of Object.entries(bodies)) {
      const body = () => make() as BodyInit;
      void wait(fetch(to, { method, body: body() }), `${name}, fetch`);
      void wait(fetch(new Request(to, { method, body: body() })), `${name}, Request`);
      void wait(fetch(new other.Request(to, { method, body: body() })), `${name}, Request of a frame`);
      void wait(fetch(nameless(new other.Request(to, { method, body: body() }))), `${name}, disguised Request`);
      const xhr = new other.XMLHttpRequest();
      xhr.open(method, to);
      xhr.onload = () => settled.push(`${name}, XMLHttpRequest went`);
      xhr.send(body() as XMLHttpRequestBodyInit);
      if (!picture) navigator.sendBeacon(to, body());
      await new Promise((done) => setTimeout(done, picture ? 150 : 20));
    }
    return settled;
  }, large);
}

export async function holdsThemAll({ page, desk, baton }: Given, large = false): Promise<void> {
  await openCase(page);
  expect(await sendInEachWay(page, large)).toEqual([]);
  const panel = await panelOf(page);
  await expect(panel.getByRole('button', { name: /^Hand over to .* missing/ })).toBeVisible();
  await test.step('as one attempt of each frame, and none of them left', async () => {
    expect(kinds(await baton.events())).toEqual(['held', 'held']);
    expect(await desk.requests('POST', '/rig/cases/1')).toEqual([]);
  });
}
