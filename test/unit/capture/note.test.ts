// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { noteState } from '../../../lib/capture/note';
import { show } from './shown';

const NOTE = { editor: '.editor', kind: 'prosemirror', internal: '.channel[data-channel=internal]' } as const;

it('a note is internal only where the page shows that it is', () => {
  const editor = '<div class="editor" contenteditable>x</div>';
  expect(noteState(show(`${editor}<b class="channel" data-channel="internal">Note</b>`), NOTE)).toBe('internal');
  expect(noteState(show(`${editor}<b class="channel" data-channel="web">Reply</b>`), NOTE)).toBe('not proven');
  expect(noteState(show(`${editor}<b class="channel" data-channel="internal" hidden>Note</b>`), NOTE)).toBe(
    'not proven',
  );
  expect(noteState(show('<p>Nothing is open</p>'), NOTE)).toBe('closed');
});
