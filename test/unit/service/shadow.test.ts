import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSettings } from '../../../lib/settings/settings';
import { saveAnswer } from '../../../lib/store/drafts';
import * as sightings from '../../../lib/store/sightings';
import { DESK, events, handing, handoffs, heard, kinds, moves, newWorld, page, playbook, ref, snapshot } from './world';

let world: Awaited<ReturnType<typeof newWorld>>;
const mode = (is: 'armed' | 'shadow' | 'off') =>
  changeSettings((settings) => ({ ...settings, modes: [{ playbook: 'small', mode: is, since: 1 }] }));
beforeEach(async () => {
  vi.restoreAllMocks();
  world = await newWorld(playbook());
  await mode('shadow');
});
const held = (attempt: string, more: object = {}) =>
  heard['gate/held'](
    { attempt, door: 'form', url: `${DESK}/case/1`, handoffs: [handing()], alive: true, me: 'amara', ...more },
    page,
  );
const memory = async () => (await heard['gate/hello']({ url: `${DESK}/` }, page)).memory;

describe('a playbook in the shadow', () => {
  it('lets everything go, shows nothing, and counts what it would have held, for what, and what it would have cost', async () => {
    expect(await held('s1')).toEqual({ do: 'pass' });
    await expect.poll(kinds).toEqual(['shadow']);
    expect(world.tells()).toEqual([]);
    expect(await handoffs()).toEqual([]);
    expect((await events())[0]?.payload).toMatchObject({
      playbook: 'small',
      missing: [{ label: 'The ask' }],
      seconds: expect.any(Number),
    });
  });

  it('counts an attempt once, however often it is tried, and one that was complete as such', async () => {
    await held('s2');
    await expect.poll(kinds).toEqual(['shadow']);
    await held('s2');
    await saveAnswer(
      { ref: ref(), playbook: 'small', playbookVersion: 1, title: 'x', url: `${DESK}/` },
      'ask',
      { value: 'Please look at the export', by: 'person', at: 1 },
      1,
    );
    await held('s3');
    await expect.poll(kinds).toEqual(['shadow', 'shadow']);
    expect((await events())[1]?.payload).toMatchObject({ missing: [], seconds: 0 });
  });

  it('counts no change that the case made before', async () => {
    await sightings.saveSighting(snapshot({ team: 'Small team' }));
    await held('s4', { handoffs: [handing('1', [moves(null)])] });
    await held('s5', { handoffs: [handing('2')] });
    await expect.poll(kinds).toEqual(['shadow']);
    expect((await events())[0]?.case).toContain('|2');
  });

  it('is refused nowhere, not even where nobody can be asked, and the tab says nothing of it', async () => {
    const { playbooks, lets } = await memory();
    expect(playbooks.at(-1)?.id).toBe('small');
    expect(lets).toContain('small');
    expect(await heard['gate/pending']({ handoff: handing() }, page)).toMatchObject({
      status: { silent: true, met: true },
    });
    const { drafts } = await heard['case/seen'](
      { snapshot: snapshot({ team: 'Support' }), full: true, loadedAt: 1, words: {} },
      page,
    );
    expect(drafts.find((one) => one.playbook === 'small')).toMatchObject({ silent: true, met: true });
  });

  it('holds from the moment that it is armed; switched off it is not even asked', async () => {
    await mode('armed');
    expect(await held('s6')).toEqual({ do: 'hold' });
    await mode('off');
    expect((await memory()).playbooks.map(({ id }) => id)).not.toContain('small');
  });
});

describe('a playbook that only warns', () => {
  it('is refused nowhere either', async () => {
    world = await newWorld(playbook({ onMissing: 'warn' }));
    expect((await memory()).lets).toEqual(['small']);
  });
});
