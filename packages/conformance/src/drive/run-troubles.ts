import { isPassingTrouble } from "@slipway/database";
import type { Clock } from "@slipway/foundation";
import type { RunId } from "@slipway/exchange";

/**
 * What keeps going wrong, by run: each reason is told once, a run that fails is tried ever more rarely, and given up after a
 * time. Trouble that passes by itself is tried at once again, and is no reason to give up. Real time throughout.
 */
export interface RunTroubles {
  /** Whether the run may be worked on by now. */
  readonly isDue: (runId: RunId) => boolean;
  /** Notes that the run could not be worked on; `hopeless` says that it has gone on for too long. */
  readonly note: (runId: RunId, error: unknown) => "again" | "hopeless";
  /** The run could be worked on. */
  readonly settle: (runId: RunId) => void;
  /** Tells an error of a run, or one that concerns all of them, unless it was told before. */
  readonly tell: (subject: RunId | "all", error: unknown) => void;
  /** All is well with the whole, and these runs are left: what was told of others, or of all, would be news again. */
  readonly keep: (runIds: readonly RunId[]) => void;
}

export interface RunTroublesOptions {
  readonly clock: Pick<Clock, "monotonicMs">;
  readonly giveUpAfterMs: number;
  readonly onError: (error: unknown) => void;
}

interface Failing {
  readonly sinceMs: number;
  readonly tries: number;
  readonly dueMs: number;
}

const firstPauseMs = 250;
const longestPauseMs = 30_000;

export function createRunTroubles({
  clock,
  giveUpAfterMs,
  onError,
}: RunTroublesOptions): RunTroubles {
  const failing = new Map<RunId, Failing>();
  const told = new Map<RunId | "all", Set<string>>();
  return {
    isDue: (runId) => clock.monotonicMs() >= (failing.get(runId)?.dueMs ?? 0),
    note: (runId, error) => {
      if (isPassingTrouble(error)) return "again";
      const nowMs = clock.monotonicMs();
      const { sinceMs = nowMs, tries = 0 } = failing.get(runId) ?? {};
      const pauseMs = Math.min(firstPauseMs * 2 ** tries, longestPauseMs);
      failing.set(runId, { sinceMs, tries: tries + 1, dueMs: nowMs + pauseMs });
      return nowMs - sinceMs >= giveUpAfterMs ? "hopeless" : "again";
    },
    settle: (runId) => {
      failing.delete(runId);
    },
    tell: (subject, error) => {
      const before = told.get(subject) ?? new Set();
      if (before.has(String(error))) return;
      told.set(subject, before.add(String(error)));
      onError(error);
    },
    keep: (runIds) => {
      const kept = new Set<RunId | "all">(runIds);
      for (const runId of failing.keys()) if (!kept.has(runId)) failing.delete(runId);
      for (const subject of told.keys()) if (!kept.has(subject)) told.delete(subject);
    },
  };
}
