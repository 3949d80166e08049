import type { ProfileDoc, ProfileRecord, Tenant } from "@slipway/ats-model";
import type { Performer, StepPlace } from "@slipway/conformance";
import type { Transaction } from "@slipway/database";
import {
  createCandidate,
  type CreateCandidateInput,
  type FieldAlteration,
} from "@slipway/frameworks";
import { insertProfiles } from "@slipway/sandbox-api";

import { nameOf } from "../candidates/build-order.ts";
import { loadModel } from "../candidates/candidate.store.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";

const personModel = ["firstname", "lastname", "email", "phones", "addresses"];
const jobModel = ["jobtitle", "joblocation", "recruiter", "hiringmanager"];

/** Puts a person, a job and their workflow into the tenant, modelled on its seed data, with fields lacking as the case wants. */
export function createCandidatePerformer(parts: ProgrammeParts): Performer {
  return {
    kind: createCandidate.kind,
    begin: async (tx, place, input) => {
      const tenant = await tenantOf(parts, place.customerId);
      // The action's type ties its kind to its input.
      const facts = await create(parts, tx, {
        place,
        tenant,
        alteration: input as CreateCandidateInput,
      });
      return { kind: "done", facts };
    },
    look: async () => {
      throw new Error("Expected a candidate to be there once the step has begun");
    },
  };
}

interface Creation {
  readonly place: StepPlace;
  readonly tenant: Tenant;
  readonly alteration: FieldAlteration;
}

async function create(
  parts: ProgrammeParts,
  tx: Transaction,
  { place, tenant, alteration }: Creation,
) {
  const { customerId } = place;
  const [personId = 0] = await parts.profileIds.take(customerId, "people");
  const [jobId = 0] = await parts.profileIds.take(customerId, "jobs");
  const [workflowId = 0] = await parts.profileIds.take(customerId, "applicantworkflows");
  const person = await loadModel(tx, customerId, {
    type: "people",
    fields: personModel,
    turn: personId,
  });
  const job = await loadModel(tx, customerId, { type: "jobs", fields: jobModel, turn: jobId });
  if (person === undefined || job === undefined)
    throw new Error(
      `Expected seeded people and jobs in tenant ${customerId}, found none that are complete`,
    );
  const status =
    tenant.settings.statuses.find(({ purpose }) => purpose === "submitted")?.id ?? "D10100";
  const at = parts.clockOf(tenant).now();
  const record = (noun: ProfileRecord["noun"], id: number, doc: ProfileDoc): ProfileRecord => ({
    noun,
    id,
    doc,
    createdAt: at,
    updatedAt: at,
  });
  const named = { ...person, email: `candidate.${personId}@example.test` };
  await insertProfiles(tx, customerId, [
    record("people", personId, altered("person", named, alteration)),
    record(
      "jobs",
      jobId,
      altered("job", { ...job, jobid: `${at.getUTCFullYear()}-${jobId}` }, alteration),
    ),
    record("applicantworkflows", workflowId, {
      baseprofile: jobId,
      associatedprofile: personId,
      status,
    }),
  ]);
  return { personId, jobId, workflowId, name: nameOf(named) };
}

/** What is blank is stored as empty, which in the ATS is the same as lacking; what consists of blanks is stored so. */
function altered(
  prefix: "person" | "job",
  doc: ProfileDoc,
  { without, blank }: FieldAlteration,
): ProfileDoc {
  const lacking = new Set([...without, ...Object.keys(blank).filter((key) => blank[key] === "")]);
  const kept = Object.entries(doc).filter(([field]) => !lacking.has(`${prefix}.${field}`));
  const blanks = kept.flatMap(
    ([field, value]): readonly (readonly [string, ProfileDoc[string]])[] => {
      const text = blank[`${prefix}.${field}`];
      return [[field, text === undefined || typeof value !== "string" ? value : text]];
    },
  );
  return Object.fromEntries(blanks);
}
