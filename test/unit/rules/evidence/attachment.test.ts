import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../../lib/model/playbook';
import { answer, common, judge, snapshot } from '../cases';

const evidence: Criterion = { ...common, id: 'c', kind: 'attachment' };
const page = (files: string[]) => ({ snapshot: { ...snapshot([], [], files), showsFiles: true } });

describe('an attachment', () => {
  it('is one that the page shows, with or without its size, and with where to look in it', () => {
    const files = page(['console.log (12 KB)', 'blank.png']);
    expect(judge(evidence, answer('blank.png'), files)).toBeNull();
    expect(judge(evidence, answer('Console.log'), files)).toBeNull();
    expect(judge(evidence, answer('blank.png, the lower half'), files)).toBeNull();
    expect(judge(evidence, answer('console.log (12 KB)\nblank.png'), files)).toBeNull();
  });
  it('that the page does not show is not there', () => {
    expect(judge(evidence, answer('trace.har'), page(['blank.png']))).toBe('not-attached');
    expect(judge(evidence, answer('blank.png\ntrace.har'), page(['blank.png']))).toBe('not-attached');
    expect(judge(evidence, answer('blank'), page(['blank.png']))).toBe('not-attached');
    expect(judge(evidence, answer('trace.har'), page([]))).toBe('not-attached');
  });
  it('may be a link to where it is kept', () => {
    expect(judge(evidence, answer('https://logs.example.com/trace/17'), page([]))).toBeNull();
    expect(judge(evidence, answer('blank.png\nhttps://logs.example.com/17'), page(['blank.png']))).toBeNull();
  });
  it('is believed where the page cannot tell which files there are', () => {
    expect(judge(evidence, answer('trace.har'), { snapshot: snapshot([], [], []) })).toBeNull();
    expect(judge(evidence, answer('trace.har'))).toBeNull();
  });
});
