import type { WaitingStep } from "@slipway/platform-client";

/** Says of each waiting step, once and only when it has waited for `patienceMs`, who has to do what until when. */
export function tellWhoIsAwaited(
  say: (line: string) => void,
  patienceMs: number,
): (steps: readonly WaitingStep[], nowMs: number) => void {
  const firstSeenMs = new Map<string, number>();
  const told = new Set<string>();
  return (steps, nowMs) => {
    for (const step of steps) {
      const line = describe(step);
      const since = firstSeenMs.get(line) ?? nowMs;
      firstSeenMs.set(line, since);
      if (nowMs - since < patienceMs || told.has(line)) continue;
      told.add(line);
      say(line);
    }
  };
}

function describe({ region, toDo, until }: WaitingStep): string {
  return `Waiting for you (tenant ${region}): ${toDo}, until ${until}`;
}
