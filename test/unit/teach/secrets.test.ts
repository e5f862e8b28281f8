// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Body } from '../../../lib/model/attempt';
import { passwordsOn, withoutSecrets } from '../../../lib/teach/page/secrets';

const kept = (body: Body, typed: string[] = []) => JSON.stringify(withoutSecrets(body, typed));

describe('what is kept of a request', () => {
  it('is nothing that is secret by its name, however deep', () => {
    const json = { ticket: { team: 4, api_key: 'one' }, list: [{ authToken: 'two' }], password: 'three' };
    expect(kept({ as: 'json', json })).toBe(JSON.stringify({ as: 'json', json: { ticket: { team: 4 }, list: [{}] } }));
    const fields = { team: ['4'], csrf_token: ['one'], 'user[password]': ['two'] };
    expect(kept({ as: 'fields', fields, files: [] })).toBe('{"as":"fields","fields":{"team":["4"]},"files":[]}');
  });

  it('is nothing that stands in a password field, whatever its name', () => {
    document.body.innerHTML = '<input type=password value="hunter22"><input type=password><input value="seen">';
    const typed = passwordsOn(document);
    expect(typed).toEqual(['hunter22']);
    expect(kept({ as: 'json', json: { pin: 'hunter22', team: 'Support' } }, typed)).not.toContain('hunter22');
    expect(kept({ as: 'fields', fields: { pin: ['x', 'hunter22'] }, files: [] }, typed)).toContain('["x",""]');
    expect(withoutSecrets({ as: 'text', text: 'a hunter22 b' }, typed)).toEqual({ as: 'unread', why: 'secret' });
  });

  it('is nothing of what is too large', () => {
    expect(withoutSecrets({ as: 'text', text: 'x'.repeat(100_001) }, [])).toEqual({ as: 'unread', why: 'too large' });
  });
});
