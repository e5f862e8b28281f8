import { expect, it } from 'vitest';
import { stillMissing } from '../../../lib/audit/progress';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { ref } from './lines';

const [playbook] = builtInPlaybooks;
const draft = {
  key: 'k',
  ref: ref(),
  playbook: playbook?.id ?? '',
  playbookVersion: 1,
  title: 'T',
  url: 'https://rt.example/1',
  answers: {},
  revision: 1,
  createdAt: 0,
  updatedAt: 0,
};

it('counts what a draft still needs, and knows nothing where the playbook is gone', () => {
  const empty = stillMissing(draft, playbook, undefined, [], 0);
  expect(empty).toBeGreaterThan(0);
  expect(stillMissing({ ...draft, reason: playbook?.reason.choices[0]?.id }, playbook, undefined, [], 0)).toBeLessThan(
    empty ?? 0,
  );
  expect(stillMissing(draft, undefined, undefined, [], 0)).toBeNull();
});
