import { createHash } from "node:crypto";

import type { Queries, Row } from "@slipway/database";
import { slotsFor, registeredFramework, type CollateralSlot } from "@slipway/frameworks";

import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { VersionNotFoundProblem } from "../lifecycle/lifecycle.problems.ts";
import { listVersions, type StoredVersion } from "../lifecycle/lifecycle.store.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { frameworkOf, newestPack } from "../runs/start-validation.ts";

/**
 * A slot as it stands: `empty` (there is nothing to confirm yet), `unconfirmed`, `outdated` (what was confirmed has changed since),
 * `confirmed`.
 */
export type SlotView = CollateralSlot &
  (
    | { readonly state: "empty" | "unconfirmed"; readonly toDo: string }
    | {
        readonly state: "outdated";
        readonly toDo: string;
        readonly confirmedBy: Actor;
        readonly confirmedAt: Date;
      }
    | { readonly state: "confirmed"; readonly confirmedBy: Actor; readonly confirmedAt: Date }
  );

/** What a submission of a version holds, and what it still lacks. */
export interface SubmissionView {
  readonly version: number;
  readonly slots: readonly SlotView[];
  /** Titles of what is not confirmed as it is now. */
  readonly missing: readonly string[];
}

/** A version of an integration, by the number that an address names. */
export interface VersionPlace {
  readonly integrationId: string;
  readonly version: number;
}

/** Fails with `INTEGRATION-NOT-FOUND` and `VERSION-NOT-FOUND`. */
export async function viewSubmission(
  parts: ProgrammeParts,
  { integrationId, version: number }: VersionPlace,
): Promise<SubmissionView> {
  const { queries } = parts.database;
  const integration = await loadIntegration(queries, integrationId);
  const versions = await listVersions(queries, integration.id);
  const version = versions.find((one) => one.number === number);
  if (version === undefined) throw new VersionNotFoundProblem(integrationId, number);
  const confirmations = await queries
    .selectFrom("confirmation")
    .selectAll()
    .where("integration_id", "=", integration.id)
    .where("version", "=", number)
    .execute();
  const digests = await digestsOf(queries, version);
  const slots = slotsOf(parts, integration, version).map((slot) =>
    slotView(slot, {
      digest: digests[slot.record],
      confirmation: confirmations.find((row) => row.slot === slot.id),
    }),
  );
  const missing = slots.filter(({ state }) => state !== "confirmed").map(({ title }) => title);
  return { version: number, slots, missing };
}

/** The slots of a version: those of its pack, before an approval names one those of the newest. */
export function slotsOf(
  parts: Pick<ProgrammeParts, "frameworks">,
  { framework }: Pick<Integration, "framework">,
  { state }: Pick<StoredVersion, "state">,
): readonly CollateralSlot[] {
  const packVersion =
    "packVersion" in state ? state.packVersion : newestPack(frameworkOf(parts, framework));
  return slotsFor(registeredFramework(framework)?.collateral ?? [], packVersion);
}

/** The SHA-256 of each record as it is now, in hexadecimal; undefined where there is none. */
export async function digestsOf(
  queries: Queries,
  { integrationId, design }: StoredVersion,
): Promise<Readonly<Record<CollateralSlot["record"], string | undefined>>> {
  const connections = await queries
    .selectFrom("partner_connection")
    .innerJoin("sandbox", "sandbox.id", "partner_connection.sandbox_id")
    .select(["region", "enablement"])
    .where("sandbox.integration_id", "=", integrationId)
    .orderBy("region")
    .execute();
  const manifest = design?.manifest;
  const sheet = connections.length === 0 ? undefined : connections;
  return {
    "field-manifest": manifest === undefined ? undefined : digestOf(manifest),
    "enablement-sheet": sheet === undefined ? undefined : digestOf(sheet),
    // Nothing is hard-coded in what is declared now: another design or sheet is stated anew.
    everything:
      design === undefined || sheet === undefined ? undefined : digestOf({ design, sheet }),
  };
}

/** What to do where there is nothing to confirm. */
export function howToFill(record: CollateralSlot["record"]): string {
  const design = "Save the design (slipway integration design).";
  const sheet = "Send the partner setup (slipway validate).";
  return { "field-manifest": design, "enablement-sheet": sheet, everything: `${design} ${sheet}` }[
    record
  ];
}

function slotView(
  slot: CollateralSlot,
  {
    digest,
    confirmation,
  }: {
    readonly digest: string | undefined;
    readonly confirmation: Row<"confirmation"> | undefined;
  },
): SlotView {
  if (digest === undefined) return { ...slot, state: "empty", toDo: howToFill(slot.record) };
  const toDo = `Confirm it (slipway submission confirm --slot ${slot.id}).`;
  if (confirmation === undefined) return { ...slot, state: "unconfirmed", toDo };
  const confirmed = {
    // Written by `confirmSlot` alone.
    confirmedBy: confirmation.confirmed_by as unknown as Actor,
    confirmedAt: confirmation.confirmed_at,
  };
  return confirmation.of_digest === digest
    ? { ...slot, state: "confirmed", ...confirmed }
    : { ...slot, state: "outdated", toDo, ...confirmed };
}

function digestOf(record: unknown): string {
  return createHash("sha256").update(JSON.stringify(record)).digest("hex");
}
