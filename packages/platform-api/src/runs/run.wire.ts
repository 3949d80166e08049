import type { Run, RunPart } from "@slipway/conformance";
import type { RunProgressView } from "@slipway/programme";

/** A run as the API shows it. */
export interface RunWire {
  readonly id: string;
  readonly sandboxId: string;
  readonly framework: string;
  readonly packVersion: string;
  /** What it covers of its pack; null: all of it. */
  readonly part: RunPart | null;
  readonly state: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBecause: string | null;
}

export interface RunProgressWire extends RunWire {
  readonly steps: RunProgressView["steps"];
  readonly waitingFor: RunProgressView["waitingFor"];
}

export function runWire(run: Run): RunWire {
  const { id, sandboxId, framework, packVersion, startedAt, state } = run;
  return {
    id,
    sandboxId,
    framework,
    packVersion,
    part: run.part ?? null,
    state: state.kind,
    startedAt,
    endedAt: "at" in state ? state.at : null,
    endedBecause: state.kind === "finished" ? state.because : null,
  };
}

export function runProgressWire(view: RunProgressView): RunProgressWire {
  return { ...runWire(view.run), steps: view.steps, waitingFor: view.waitingFor };
}
