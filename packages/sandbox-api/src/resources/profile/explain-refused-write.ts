import type { ProfileDoc, ProfileNoun, ProfileRef } from "@slipway/ats-model";

import type { SandboxProblem } from "../../call/sandbox.problems.ts";
import { fieldsInvalid, WorkflowDuplicateProblem } from "./profile.problems.ts";
import { loadDocuments, loadWorkflowOf } from "./profile.store.ts";
import type { ProfileWriting } from "./profile-writing.ts";

export interface RefusedWrite {
  readonly noun: ProfileNoun;
  readonly doc: ProfileDoc;
  readonly linked: readonly ProfileRef[];
}

/** Why the database took no row of a write: looked up afterwards, so that writes that succeed pay nothing for it. */
export async function explainRefusedWrite(
  writing: Pick<ProfileWriting, "store" | "tenant">,
  refused: RefusedWrite,
): Promise<SandboxProblem | Error> {
  const missing = await missingLinks(writing, refused);
  if (missing.length > 0) {
    return fieldsInvalid(
      missing.map(({ path, ref }) => ({
        path,
        code: "not-in-list",
        message: `Expected the id of one of the ${ref.noun}, found none with ${ref.id}`,
      })),
      writing.tenant,
    );
  }
  const existing = await existingWorkflow(writing, refused);
  return existing === undefined
    ? new Error("Expected the write to be taken, or a reason why not")
    : new WorkflowDuplicateProblem(writing.tenant, existing);
}

async function missingLinks(
  { store }: Pick<ProfileWriting, "store">,
  { doc, linked }: RefusedWrite,
): Promise<readonly { readonly path: string; readonly ref: ProfileRef }[]> {
  const found = await loadDocuments(store, linked);
  const known = new Set(found.map((one) => `${one.noun}/${one.id}`));
  return linked
    .filter((ref) => !known.has(`${ref.noun}/${ref.id}`))
    .map((ref) => ({ path: fieldHolding(doc, ref), ref }));
}

function fieldHolding(doc: ProfileDoc, ref: ProfileRef): string {
  const fields = Object.entries(doc).filter(([, stored]) =>
    JSON.stringify(stored).includes(String(ref.id)),
  );
  return fields.map(([id]) => id)[0] ?? "";
}

async function existingWorkflow(
  { store }: Pick<ProfileWriting, "store">,
  { noun, doc }: RefusedWrite,
): Promise<number | undefined> {
  const { associatedprofile: personId, baseprofile: jobId } = doc;
  if (noun !== "applicantworkflows") return undefined;
  if (typeof personId !== "number" || typeof jobId !== "number") return undefined;
  return (await loadWorkflowOf(store, { personId, jobId }))?.id;
}
