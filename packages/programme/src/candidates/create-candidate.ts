import { listNodes, type ProfileDoc, type ProfileRecord, type Tenant } from "@slipway/ats-model";
import type { Transaction } from "@slipway/database";
import type {
  CreateCandidateFacts,
  CreateCandidateInput,
  FieldAlteration,
} from "@slipway/frameworks";
import { insertProfiles } from "@slipway/sandbox-api";

import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { nameOf } from "./build-order.ts";
import { loadModel } from "./candidate.store.ts";

const personModel = ["firstname", "lastname", "email", "phones", "addresses"];
const jobModel = ["jobtitle", "joblocation", "recruiter", "hiringmanager"];

/** Puts a person, a job and their workflow into the tenant, modelled on its seed data, with fields lacking as the case wants. */
export async function createCandidate(
  parts: ProgrammeParts,
  tx: Transaction,
  { customerId, input }: { readonly customerId: string; readonly input: CreateCandidateInput },
): Promise<CreateCandidateFacts> {
  const tenant = await tenantOf(parts, customerId);
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
    record("people", personId, altered("person", named, input)),
    record(
      "jobs",
      jobId,
      altered(
        "job",
        { ...job, ...assessmentOf(tenant, input), jobid: `${at.getUTCFullYear()}-${jobId}` },
        input,
      ),
    ),
    record("applicantworkflows", workflowId, {
      baseprofile: jobId,
      associatedprofile: personId,
      status,
    }),
  ]);
  return { personId, jobId, workflowId, name: nameOf(named) };
}

function assessmentOf({ settings }: Tenant, { assessment }: CreateCandidateInput): ProfileDoc {
  if (assessment === undefined) return {};
  const node = listNodes(settings, "lists.job.assessment_type").find(
    ({ value }) => value.toLowerCase() === assessment.trim().toLowerCase(),
  );
  if (node === undefined)
    throw new Error(
      `Expected "${assessment}" among the assessment types of the tenant, found none`,
    );
  return { assessmenttype: [node.id] };
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
