/** Milliseconds of processor time that this thread has used. Unlike the clock it stands still while other work has the core. */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
