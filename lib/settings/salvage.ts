import type { z } from 'zod';
import { Desk, Identity, PlaybookMode, Settings, TeamRoster } from '../model/settings';

export const DEFAULTS: Settings = {
  desks: [],
  roster: [],
  whenUnsure: 'open',
  panel: { side: 'right' },
  modes: [],
  identity: { name: '', team: '' },
  keepDays: 0,
  welcomed: false,
};

/** What can be used of a stored value, part by part, and whether that was all of it. Nothing stored means the defaults. */
export function salvage(stored: unknown): { settings: Settings; whole: boolean } {
  if (stored === undefined) return { settings: DEFAULTS, whole: true };
  const read = Settings.safeParse(stored);
  if (read.success) return { settings: read.data, whole: true };
  const parts: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const settings = {
    desks: goodOnes(Desk, parts.desks).slice(0, 200),
    roster: goodOnes(TeamRoster, parts.roster).slice(0, 200),
    whenUnsure: Settings.shape.whenUnsure.catch(DEFAULTS.whenUnsure).parse(parts.whenUnsure),
    panel: Settings.shape.panel.catch(DEFAULTS.panel).parse(parts.panel),
    modes: goodOnes(PlaybookMode, parts.modes).slice(0, 300),
    identity: Identity.catch(DEFAULTS.identity).parse(parts.identity),
    keepDays: Settings.shape.keepDays.catch(DEFAULTS.keepDays).parse(parts.keepDays),
    welcomed: parts.welcomed === true,
  };
  return { settings, whole: false };
}

function goodOnes<T>(shape: z.ZodType<T>, list: unknown): T[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item) => {
    const read = shape.safeParse(item);
    return read.success ? [read.data] : [];
  });
}
