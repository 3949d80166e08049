import { Type } from "typebox";

import { roles, standingTransitions, versionEvents } from "@slipway/programme";

import {
  at,
  count,
  named,
  oneOf,
  openObject,
  orNull,
  region,
  state,
  text,
  texts,
} from "./shapes.ts";

const integration = {
  id: text,
  name: text,
  framework: text,
  connectorType: oneOf("prime", "standard"),
  path: oneOf("programme-defined", "customer-specific"),
  organisation: text,
  contact: Type.Optional(text),
  forCustomer: Type.Optional(text),
  createdAt: at,
};

const actor = { name: text, role: oneOf(...roles), organisation: text };

const events = new Set([...standingTransitions.map(({ on }) => on), ...versionEvents]);

const designated = { as: oneOf("prime", "standard"), version: count, since: at };
const asked = { ...designated, deadlineId: text };
const submitted = { packVersion: text, validation: oneOf("initial", "revalidation"), runId: text };

/** Integrations, their versions, standing, review items and history. */
export const lifecycleAnswers = {
  Actor: Type.Object({ ...actor, by: Type.Optional(Type.Literal("operator")) }),
  Integration: Type.Object(integration),
  ListedIntegration: Type.Object({ ...integration, sandboxId: Type.Optional(text) }),
  IntegrationList: Type.Object({ integrations: Type.Array(named("ListedIntegration")) }),
  Customer: Type.Object({ id: text, name: text, createdAt: at }),
  ManifestEntry: Type.Object({
    profileType: oneOf("person", "job", "company", "applicantworkflow"),
    field: text,
    access: oneOf("read", "read-write"),
    required: Type.Boolean(),
  }),
  Design: Type.Object({
    useCase: text,
    valueProposition: text,
    operations: texts,
    events: texts,
    optionalFeatures: texts,
    manifest: Type.Array(named("ManifestEntry")),
    setUpSteps: texts,
    valuesPerCustomer: texts,
    setUpQuestions: texts,
  }),
  AllowedMove: Type.Object({
    event: oneOf(...events),
    by: Type.Array(oneOf(...roles)),
  }),
  Standing: state({
    none: {},
    designated,
    "revalidation-due": asked,
    overdue: asked,
    suspended: { since: at, by: text, reason: text, before: named("Standing") },
    removed: { at, by: text, reason: text },
  }),
  VersionState: state({
    drafting: {},
    "in-review": { submittedAt: at },
    "changes-asked": { askedAt: at, reason: text },
    building: { approvedAt: at, packVersion: text },
    submitted: { submittedAt: at, confirmedBy: text, ...submitted },
    "corrections-asked": { askedAt: at, packVersion: text, reason: text },
    approved: { approvedAt: at, ...submitted },
    live: { since: at },
    replaced: { at, by: count },
    declined: { at, reason: text },
    withdrawn: { at, reason: text },
  }),
  IntegrationVersion: Type.Object({
    number: count,
    state: named("VersionState"),
    design: Type.Optional(named("Design")),
    approvedDesign: Type.Optional(named("Design")),
    requirements: Type.Optional(named("RequirementSet")),
    flags: Type.Array(Type.Object({ kind: text, where: text, found: text, toDo: text })),
    repeatability: Type.Optional(
      Type.Object({ setUpSteps: count, valuesPerCustomer: count, setUpQuestions: count }),
    ),
    allowed: Type.Array(named("AllowedMove")),
    createdAt: at,
  }),
  RequiredProof: Type.Object({
    id: text,
    title: text,
    severity: oneOf("must", "advisory"),
    feature: Type.Optional(text),
  }),
  RequirementSet: Type.Object({
    framework: text,
    connectorType: oneOf("prime", "standard"),
    pack: Type.Object({ id: text, version: text, hash: text }),
    requirements: Type.Array(named("RequiredProof")),
    leftOut: Type.Array(named("RequiredProof")),
    unknownFeatures: texts,
  }),
  SandboxReadiness: Type.Object({
    sandboxId: text,
    withoutCredentials: Type.Array(region),
    missing: texts,
  }),
  ReviewItem: Type.Object({
    id: text,
    version: count,
    about: text,
    question: text,
    openedBy: named("Actor"),
    openedAt: at,
    state: oneOf("open", "closed"),
    answer: Type.Optional(text),
    closedBy: Type.Optional(named("Actor")),
    closedAt: Type.Optional(at),
  }),
  Lifecycle: Type.Object({
    integration: named("Integration"),
    standing: named("Standing"),
    allowed: Type.Array(named("AllowedMove")),
    sandbox: Type.Optional(named("SandboxReadiness")),
    versions: Type.Array(named("IntegrationVersion")),
    items: Type.Array(named("ReviewItem")),
  }),
  SubmissionSlot: Type.Object({
    id: text,
    title: text,
    requirement: text,
    record: oneOf("field-manifest", "enablement-sheet", "everything"),
    state: oneOf("empty", "unconfirmed", "outdated", "confirmed"),
    toDo: Type.Optional(text),
    confirmedBy: Type.Optional(named("Actor")),
    confirmedAt: Type.Optional(at),
  }),
  Submission: Type.Object({
    version: count,
    slots: Type.Array(named("SubmissionSlot")),
    missing: texts,
  }),
  HistoryEntry: Type.Object({
    number: count,
    integrationId: text,
    version: orNull(count),
    at,
    actor: named("Actor"),
    event: text,
    reason: text,
    before: orNull(openObject()),
    after: openObject(),
    previousHash: text,
    hash: text,
  }),
  History: Type.Object({ history: Type.Array(named("HistoryEntry")) }),
  HistoryVerification: state({
    intact: { entries: count, lastHash: text },
    broken: { entry: count, expected: text, found: text },
  }),
};
