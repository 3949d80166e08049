import { createRunEngine, type RunEngine } from "@slipway/conformance";
import { deliveryEndedChannel } from "@slipway/event-delivery";
import { allPerformers, tellOfRuns, type ProgrammeParts } from "@slipway/programme";

import type { PlatformLog } from "./platform-log.ts";

/** The worker that drives and judges runs. */
export function runEngine(parts: ProgrammeParts, log: PlatformLog): RunEngine {
  return createRunEngine({
    ...parts,
    performers: allPerformers(parts),
    onRunEnded: tellOfRuns(parts),
    wakeOn: [deliveryEndedChannel],
    onError: (error) => {
      log.trouble("run engine", error);
    },
  });
}
