import { expect, it } from 'vitest';
import { SETTLES, settling } from '../../../lib/overlay/settling';
import { practice } from '../gate/attempts';

const field = (name: string, value: string) => ({ field: name, value, certainty: 'certain' as const, where: 'h1' });
const was = [field('team', 'Support'), field('subject', 'Blank page')];
const moving = (settled: ReturnType<typeof settling>, value: string, at: number, before = was) =>
  settled.moving(practice, before, [field('team', value), field('subject', 'Blank')], at);

it('a value that is shown changed counts once it has stood long enough', () => {
  const settled = settling();
  expect(moving(settled, 'Engineering', 0)).toEqual(['team']);
  expect(moving(settled, 'Engineering', SETTLES - 1)).toEqual(['team']);
  expect(moving(settled, 'Engineering', SETTLES)).toEqual([]);
});

it('one that changes again begins anew, and one that is taken back is as it was', () => {
  const settled = settling();
  moving(settled, 'Engineering', 0);
  expect(moving(settled, 'Sales', SETTLES)).toEqual(['team']);
  expect(moving(settled, 'Support', SETTLES + 1)).toEqual([]);
  expect(moving(settled, 'Sales', SETTLES + 2)).toEqual(['team']);
});

it('what people choose first and send later counts once the desk confirmed it, however long it stands', () => {
  const settled = settling();
  const staged = { ...practice, staged: ['team'] };
  const shown = [field('team', 'Engineering')];
  expect(settled.moving(staged, was, shown, 0)).toEqual(['team']);
  expect(settled.moving(staged, was, shown, SETTLES * 100)).toEqual(['team']);
  settled.now();
  expect(settled.moving(staged, was, shown, SETTLES * 100)).toEqual([]);
});

it('what the desk confirmed counts at once', () => {
  const settled = settling();
  moving(settled, 'Engineering', 0);
  settled.now();
  expect(moving(settled, 'Engineering', 1)).toEqual([]);
});

it('a field that no write changes, and one that was not read before, count at once', () => {
  expect(moving(settling(), 'Engineering', 0, [])).toEqual([]);
  expect(moving(settling(), 'Support', 0)).toEqual([]);
});

it('a field that is held by what it shows is one of those, though no write is known', () => {
  const control = {
    id: 'save',
    css: '#save',
    on: ['click' as const],
    kind: 'ticket' as const,
    case: { page: true as const },
  };
  const held = { ...practice, writes: [], holdAt: [{ ...control, differs: ['team'] }] };
  expect(settling().moving(held, was, [field('team', 'Engineering')], 0)).toEqual(['team']);
  expect(settling().moving({ ...held, holdAt: [] }, was, [field('team', 'Engineering')], 0)).toEqual([]);
});
