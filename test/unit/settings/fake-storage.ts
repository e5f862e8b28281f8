/** An extension storage in memory that clones like the browser's and takes its time, so that careless read-then-write shows. */
export function fakeStorage() {
  const data: Record<string, unknown> = {};
  const listeners = new Set<(changes: Record<string, { newValue?: unknown }>, area: string) => void>();
  const soon = () => new Promise((resolve) => setTimeout(resolve, 1));
  const local = {
    async get(key: string) {
      await soon();
      return key in data ? { [key]: structuredClone(data[key]) } : {};
    },
    async set(values: Record<string, unknown>) {
      await soon();
      for (const [key, value] of Object.entries(values)) data[key] = structuredClone(value);
      const changes = Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, { newValue: structuredClone(value) }]),
      );
      for (const listener of listeners) listener(changes, 'local');
    },
    async remove(key: string) {
      await soon();
      delete data[key];
      for (const listener of listeners) listener({ [key]: {} }, 'local');
    },
  };
  const onChanged = {
    addListener: (listener: Parameters<typeof listeners.add>[0]) => listeners.add(listener),
    removeListener: (listener: Parameters<typeof listeners.add>[0]) => listeners.delete(listener),
  };
  return { data, storage: { local, onChanged } };
}
