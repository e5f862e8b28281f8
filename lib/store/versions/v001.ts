import type { DatabaseVersion } from './version';

export const v001: DatabaseVersion = {
  version: 1,
  stores: {
    drafts: 'key, updatedAt',
    handoffs: 'id, [ref.origin+ref.kind+ref.id], state, createdAt, attempt, [playbook+createdAt], [state+createdAt]',
    events: 'seq, kind, at, case, [kind+at]',
    sightings: 'key, at',
    directory: '[origin+field+id], [origin+field]',
    playbooks: 'id',
    aside: '++id, table, noted',
  },
};
