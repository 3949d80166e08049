import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, vi } from "vitest";

import { manifest } from "@slipway/example-prime-partner";

import type { Actor } from "@slipway/platform-client";

import { createCommandWorld } from "../command-line/command-line.world.ts";
import { startMailServer, type TakenMail } from "../deadlines/deadlines.world.ts";
import { openValidationWorld, type ValidationWorld } from "../harness/validation.world.ts";

/** An integration whose first version was validated by a real run and designated, with a real mail server behind the platform. */
export interface RevalidationWorld {
  readonly validation: ValidationWorld;
  readonly integration: string;
  /** The run that proved the first version. */
  readonly firstRun: string;
  readonly mails: readonly TakenMail[];
  /** A command's output; it has to succeed. */
  readonly slipway: (...args: readonly string[]) => Promise<string>;
  /** What it says when it is refused. */
  readonly refused: (...args: readonly string[]) => Promise<string>;
  /** Waits until a command's output holds the text, and gives it. */
  readonly until: (text: string, ...args: readonly string[]) => Promise<string>;
  /** A file with this text. */
  readonly write: (name: string, text: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const partner = ["--by", "Ada", "--role", "partner-admin", "--of", "unnamed"];
export const reviewer = ["--by", "Grace", "--role", "reviewer", "--of", "programme"];
export const owner = ["--by", "Edith", "--role", "programme-owner", "--of", "programme"];
export const customer = ["--by", "Bill", "--role", "customer-admin", "--of", "Initech"];
export const because = ["--reason", "As the guide says."];

const ada: Actor = { name: "Ada", role: "partner-admin", organisation: "unnamed" };
const grace: Actor = { name: "Grace", role: "reviewer", organisation: "programme" };

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

export async function openRevalidationWorld(): Promise<RevalidationWorld> {
  const mails: TakenMail[] = [];
  const { server, port } = await startMailServer(mails);
  const [validation, commands] = await Promise.all([
    openValidationWorld({
      env: {
        SLIPWAY_SMTP_URL: `smtp://127.0.0.1:${port}`,
        SLIPWAY_MAIL_FROM: "programme@slipway.example.test",
      },
    }),
    createCommandWorld(),
  ]);
  const slipway = async (...args: readonly string[]): Promise<string> => {
    const ended = await commands.slipway(...args, "--data", validation.data);
    const { exitCode, stdout, stderr } = ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    return stdout;
  };
  const world: RevalidationWorld = {
    validation,
    integration: validation.sandbox.integrationId,
    firstRun: (await validation.validate()).runId,
    mails,
    slipway,
    refused: async (...args) => {
      const { exitCode, stderr } = await commands.slipway(...args, "--data", validation.data);
      expect(exitCode).not.toBe(0);
      return stderr;
    },
    until: async (text, ...args) => {
      let shown = "";
      await vi.waitFor(async () => {
        shown = await slipway(...args);
        expect(shown).toContain(text);
      }, 60_000);
      return shown;
    },
    write: async (name, text) => {
      const file = join(commands.folder, name);
      await writeFile(file, text);
      return file;
    },
    close: async () => {
      await commands.close();
      await validation.close();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
  const { integration, firstRun: runId } = world;
  await validation.client.saveDesign(integration, 1, { design, actor: ada });
  await decideDesign(world, { number: 1 });
  await decideValidation(world, { number: 1, runId }, "approve-validation");
  const designation = { event: "designate", actor: grace, reason: "It is validated." };
  await validation.client.moveStanding(integration, designation);
  return world;
}

interface Proof {
  readonly number: number;
  readonly runId: string;
}

type Proven = Pick<RevalidationWorld, "validation" | "integration">;

/** Has the design of a version approved. */
export async function decideDesign(
  { validation: { client }, integration }: Proven,
  { number }: Pick<Proof, "number">,
): Promise<void> {
  const reason = "As the guide says.";
  await client.moveVersion(integration, number, { event: "submit-design", actor: ada, reason });
  await client.moveVersion(integration, number, { event: "approve-design", actor: grace, reason });
}

/** Submits a version with the run that proves it, and has it decided. */
export async function decideValidation(
  { validation: { client }, integration }: Proven,
  { number, runId }: Proof,
  decision: "approve-validation" | "decline-validation",
): Promise<void> {
  const reason = "As the guide says.";
  const submission = { runId, confirmedBy: "Ada", actor: ada, reason };
  await client.moveVersion(integration, number, { event: "submit-validation", ...submission });
  await client.moveVersion(integration, number, { event: decision, actor: grace, reason });
}
