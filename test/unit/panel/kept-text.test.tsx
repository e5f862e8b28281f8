// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type KeptAnswer, type KeptOffer, KeptText } from '../../../components/panel/kept-text';
import { speakEnglish } from '../words/english';
import { NOW } from './sample';

const offer = (more: Partial<KeptOffer> = {}): KeptOffer => ({
  id: 'r1',
  at: NOW,
  cut: false,
  texts: [{ label: 'Reply', text: 'We look into it.\nUntil Friday.' }],
  states: ['empty'],
  ...more,
});
const onKept = vi.fn(async (_order?: unknown): Promise<KeptAnswer> => ({ kept: [offer()] }));
const show = (held = false) => render(<KeptText onKept={onKept} now={NOW} held={held} shown={1} />);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  speakEnglish();
  onKept.mockReset();
  onKept.mockResolvedValue({ kept: [offer()] });
});
afterEach(cleanup);

it('shows the text, whose field it was, when, and that it is kept here only', async () => {
  const { container } = show();
  await screen.findByText('You had typed this when the page was left');
  expect(container.querySelector('.kept-words')?.textContent).toBe('We look into it.\nUntil Friday.');
  expect(container.querySelector('.kept-of')?.textContent).toMatch(/^Reply · (2:02.PM|14:02)$/);
  screen.getByText('Text from the desk’s form. It is kept on this computer only.');
});

it('says nothing where the page shows all of it', async () => {
  onKept.mockResolvedValue({ kept: [offer({ states: ['shown'] })] });
  const { container } = show();
  await vi.waitFor(() => expect(onKept).toHaveBeenCalled());
  expect(container.textContent).toBe('');
});

it('leaves out what the page shows of it, and names what has no name', async () => {
  const texts = [
    { label: 'Subject', text: 'shown' },
    { label: '', text: 'lost' },
  ];
  onKept.mockResolvedValue({ kept: [offer({ texts, states: ['shown', 'missing'], cut: true })] });
  show();
  await screen.findByText('lost');
  expect(screen.queryByText('shown')).toBeNull();
  screen.getByRole('button', { name: 'Put back: Text' });
  screen.getByText(/There was more than Baton keeps/);
});

it('puts it back, and says that it is there', async () => {
  show();
  await screen.findByText(/Until Friday/);
  onKept.mockResolvedValue({ kept: [offer({ states: ['shown'] })], put: 'shown' });
  await press('Put back: Reply');
  expect(onKept).toHaveBeenLastCalledWith({ put: { id: 'r1', n: 0 } });
  await screen.findByText('The text is in its field again.');
  expect(screen.queryByText(/Until Friday/)).toBeNull();
});

it.each([
  ['filled', /holds something else/],
  ['missing', /not on the page now/],
] as const)('says why it cannot: %s', async (put, words) => {
  show();
  await screen.findByText(/Until Friday/);
  onKept.mockResolvedValue({ kept: [offer({ states: [put] })], put });
  await press('Put back: Reply');
  await screen.findByText(words);
  screen.getByText(/Until Friday/);
});

it('forgets it', async () => {
  const { container } = show();
  await screen.findByText(/Until Friday/);
  onKept.mockResolvedValue({ kept: [] });
  await press('Discard');
  expect(onKept).toHaveBeenLastCalledWith({ discard: 'r1' });
  await vi.waitFor(() => expect(container.textContent).toBe(''));
});

it('shows it for copying by hand where the browser copies nothing', async () => {
  show();
  await screen.findByText(/Until Friday/);
  await press('Copy: Reply');
  expect(await screen.findByRole('textbox')).toHaveProperty('value', 'We look into it.\nUntil Friday.');
});
