import type { DatabaseVersion, StoredRecord } from './version';

/** Every version of a playbook that was saved here; and stages of a handoff's life that say what they mean. */
export const v002: DatabaseVersion = {
  version: 2,
  stores: { playbookVersions: '[id+version], id' },
  upgrade: { playbooks: withLifecycle },
};

const MEANS: Record<string, string> = {
  sent: 'It has left the sender.',
  accepted: 'The receiver has taken it on.',
  returned: 'The receiver has sent it back.',
  closed: 'Nobody owes anything any more.',
};

function withLifecycle({ statuses, ...playbook }: StoredRecord): StoredRecord {
  if (typeof statuses !== 'object' || statuses === null) return playbook;
  const stages = Object.entries(statuses as Record<string, string[]>).map(([stage, names]) => ({
    stage,
    means: MEANS[stage] ?? stage,
    ...(names[0] ? { status: names[0] } : {}),
  }));
  return stages.length > 0 ? { ...playbook, lifecycle: stages } : playbook;
}
