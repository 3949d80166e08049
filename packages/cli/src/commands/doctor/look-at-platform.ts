import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Problem } from "@slipway/foundation";

import { withPlatform } from "../../platform-access/open-platform.ts";
import { onFreePorts } from "../../platform-access/platform-environment.ts";
import { fault, well, type DoctorFinding } from "./doctor-finding.ts";
import { isThere } from "./look-at-folder.ts";

/** Whether a platform starts, or serves already, and its database answers. Where no data exist yet, a passing folder is used. */
export async function lookAtPlatform(
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<DoctorFinding> {
  const title = "Platform and database";
  // What the embedded PostgreSQL has is in the folder; a named server has its own.
  const isNew = !env["DATABASE_URL"] && !(await isThere(folder));
  const used = isNew ? await mkdtemp(join(tmpdir(), "slipway-doctor-")) : folder;
  try {
    const isReady = await withPlatform({ data: used }, onFreePorts(env), async ({ client }) =>
      client.isReady(),
    );
    if (isReady) return well(title, isNew ? "start and answer (tried elsewhere)" : "answer");
    return fault(title, {
      expected: "an answer of the database",
      found: "that the platform cannot reach it",
      toDo: "Look at the output of slipway start.",
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return fault(title, {
      expected: "a platform that starts",
      found: error.message,
      toDo: "Mend what it says, then run the doctor again.",
    });
  } finally {
    if (isNew) await rm(used, { recursive: true, force: true });
  }
}
