import { describe, expect, it } from 'vitest';
import { isWhole, judgePress, wholeSince } from '../../../components/panel/use-seen-long-enough';

describe('seen long enough', () => {
  const press = { trusted: true, pageShown: true, since: 0, now: 400 };

  it('takes a person’s press on what has been whole for 400 ms', () => {
    expect(judgePress(press)).toBe('ok');
  });

  it('takes none that a script made', () => {
    expect(judgePress({ ...press, trusted: false })).toBe('untrusted');
  });

  it('takes none on what is covered, cut off or in a hidden page', () => {
    expect(judgePress({ ...press, since: null })).toBe('covered');
    expect(judgePress({ ...press, pageShown: false })).toBe('covered');
  });

  it('takes none that comes too soon', () => {
    expect(judgePress({ ...press, now: 399 })).toBe('too-soon');
  });

  it('starts the time anew when it was covered in between', () => {
    let since = wholeSince(null, { ratio: 1, uncovered: true }, 0);
    since = wholeSince(since, { ratio: 1, uncovered: false }, 300);
    expect(since).toBeNull();
    since = wholeSince(since, { ratio: 1, uncovered: true }, 350);
    since = wholeSince(since, { ratio: 0.99, uncovered: true }, 600);
    expect(since).toBe(350);
  });

  it('goes by the ratio alone where the browser cannot tell what covers', () => {
    expect(isWhole({ ratio: 1 })).toBe(true);
    expect(isWhole({ ratio: 0.9 })).toBe(false);
  });
});
