const signalNumbers = { SIGINT: 2, SIGTERM: 15 } as const;

type StopSignal = keyof typeof signalNumbers;

/**
 * So soon after the first, a signal is the same wish on another way: a terminal gives Ctrl-C to every process of its group, and
 * whoever started us hands it on besides.
 */
const sameWishMs = 1000;

/**
 * Resolves, to what it was, when somebody wants the process to end, or when its parent has died: then there is nobody to serve.
 * Who asks again, later than the wish takes to arrive on all its ways, ends the process at once, with the exit code that shells
 * give a signal; what is in hand is left as by a crash.
 */
export async function listenForStop(signals: readonly StopSignal[]): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let firstMs: number | undefined;
  const hear = (signal: StopSignal): void => {
    firstMs ??= performance.now();
    if (performance.now() - firstMs > sameWishMs) process.exit(128 + signalNumbers[signal]);
    resolve(signal);
  };
  for (const signal of signals)
    process.on(signal, () => {
      hear(signal);
    });
  const endWithParent = (): void => {
    resolve("parent gone");
  };
  process.on("disconnect", endWithParent);
  // The parent may have died before this.
  if (process.send !== undefined && !process.connected) endWithParent();
  return promise;
}
