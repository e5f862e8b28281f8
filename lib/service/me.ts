import { readSettings } from '../settings/settings';

/** Who works here: whom the desk names, else whom the settings or the company do. */
export async function whoIs(me: string | undefined): Promise<string | undefined> {
  return me ?? ((await readSettings().catch(() => null))?.identity.name || undefined);
}
