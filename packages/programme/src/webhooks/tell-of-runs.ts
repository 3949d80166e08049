import type { OnRunEnded } from "@slipway/conformance";

import type { ProgrammeParts } from "../programme-parts.ts";
import { tellWebhooks } from "./tell-webhooks.ts";
import { endedAs } from "./webhook-events.ts";

/** Tells webhooks of each run that ends. */
export function tellOfRuns({ clocks }: Pick<ProgrammeParts, "clocks">): OnRunEnded {
  return async (tx, { runId, ending, conclusion }) => {
    const run = await tx
      .selectFrom("run")
      .innerJoin("sandbox", "sandbox.id", "run.sandbox_id")
      .select(["run.sandbox_id", "run.pack_version", "sandbox.integration_id"])
      .where("run.id", "=", runId)
      .executeTakeFirstOrThrow();
    await tellWebhooks(tx, {
      type: "run.finished",
      integrationId: run.integration_id,
      at: clocks.installation.now(),
      facts: {
        runId,
        sandboxId: run.sandbox_id,
        packVersion: run.pack_version,
        ended: endedAs(ending),
        conclusion,
      },
    });
  };
}
