interface LockEntry {
  version?: string;
  integrity?: string;
  optional?: boolean;
  devOptional?: boolean;
}
type Packages = Record<string, LockEntry>;

export function firstDifference(wanted: Packages, installed: Packages | undefined): string | undefined;
