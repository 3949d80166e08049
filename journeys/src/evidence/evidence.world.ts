import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { manifest } from "@slipway/example-prime-partner";
import type { PlatformClient } from "@slipway/platform-client";

import { openValidationWorld, platformLogin } from "../harness/validation.world.ts";

/** The data folder of a stopped platform that has approved and designated an integration, of which no evidence was built. */
export interface EvidenceWorld {
  readonly data: string;
  readonly integration: string;
  /** What went through the platform and may be in no bundle. */
  readonly secrets: readonly string[];
  /** The same folder once more, as it was. */
  readonly copy: () => Promise<string>;
  readonly close: () => Promise<void>;
}

const ada = { name: "Ada", role: "partner-admin", organisation: "unnamed" } as const;
const grace = { name: "Grace", role: "reviewer", organisation: "programme" } as const;
export const because = "As the guide says.";

export async function openEvidenceWorld(): Promise<EvidenceWorld> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-evidence-"));
  const validation = await openValidationWorld();
  const integration = validation.sandbox.integrationId;
  const { runId } = await validation.validate();
  await approve(validation.client, integration, runId);
  // The key has to be there before the folder is copied: another folder would make another.
  await validation.client.rotateEvidenceKey({ actor: grace, reason: because });
  const token = (await readFile(join(validation.data, "admin-token"), "utf8")).trim();
  await validation.platform().stop();
  const data = join(folder, "data");
  await cp(validation.data, data, { recursive: true });
  await validation.close();
  let copies = 0;
  return {
    data,
    integration,
    secrets: [
      ...Object.values(platformLogin).map(({ password }) => password),
      ...Object.values(validation.credentials).map(({ password }) => password),
      token,
    ],
    copy: async () => {
      copies += 1;
      const other = join(folder, `copy-${copies}`);
      await cp(data, other, { recursive: true });
      return other;
    },
    close: async () => rm(folder, { recursive: true, force: true }),
  };
}

/** From design to designation. */
async function approve(client: PlatformClient, id: string, runId: string): Promise<void> {
  await client.saveDesign(id, 1, { actor: ada, design });
  await client.moveVersion(id, 1, { event: "submit-design", actor: ada, reason: because });
  await client.moveVersion(id, 1, { event: "approve-design", actor: grace, reason: because });
  await client.moveVersion(id, 1, {
    ...{ event: "submit-validation", actor: ada, reason: because },
    ...{ runId, confirmedBy: "Ada" },
  });
  await client.moveVersion(id, 1, { event: "approve-validation", actor: grace, reason: because });
  await client.moveStanding(id, { event: "designate", actor: grace, reason: because });
}

const design = {
  useCase: "A recruiter orders a test; the candidate takes it; the result is written back.",
  valueProposition: "Recruiters see results where they work.",
  operations: ["GET /people/{id}", "PATCH /applicantworkflows/{id}"],
  events: ["WorkFlowStatusChangeEvent"],
  optionalFeatures: ["cancel"],
  manifest,
  setUpSteps: ["Enter the credentials."],
  valuesPerCustomer: ["Customer id", "Credentials"],
  setUpQuestions: [],
};
