import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PlaybookFileShape } from '../../../lib/playbooks/file';

describe('the published schema of playbook files', () => {
  it('is the model’s own (after a change: vitest run -u on this file)', async () => {
    const schema = z.toJSONSchema(PlaybookFileShape, { io: 'input', reused: 'ref' });
    const text = `${JSON.stringify({ title: 'A file of Baton playbooks', ...schema }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../../public/playbook.schema.json');
  });
});
