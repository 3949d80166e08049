import type {
  CaseCheck,
  CaseEvidence,
  Declaration,
  JudgeContext,
  RegionJudgement,
  RunCheck,
  RunEvidence,
  StepEvidence,
  Verdict,
} from "@slipway/conformance";
import type { Exchange, Region } from "@slipway/exchange";
import type { Json, JsonObject } from "@slipway/foundation";

import {
  afterNoon,
  orderId,
  packageName,
  personId,
  resultRow,
  resultWrite,
  tenants,
  toPartner,
  workflowId,
} from "./exchange.world.ts";

// The smallest evidence that makes a check's test readable, made of the exchanges beside it.

/** A step that is done; `kind` is its action's. */
export function done(
  kind: string,
  facts: JsonObject,
  {
    exchanges = [],
    input = {},
  }: { readonly exchanges?: readonly Exchange[]; readonly input?: Json } = {},
): StepEvidence {
  return { kind, state: "done", input, facts, exchanges };
}

/** An order's step with its call; the recruiter read the message as it is, or `shown`. */
export function ordered(call: Exchange, shown?: string): StepEvidence {
  const { answer } = call;
  const status = answer.kind === "answered" ? answer.status : null;
  const isError = status === null || status >= 400;
  const facts = {
    orderId,
    deliveryId: "d-1",
    status,
    noAnswer: answer.kind === "no-answer" ? answer.reason : null,
    recruiterView: { tone: isError ? "error" : "success", text: shown ?? "Shown." },
  };
  return done("order.send", facts, { exchanges: [call] });
}

/** The order's state as the partner reported it after noon. */
export function reported(orderStatus: string, completedAt?: string): StepEvidence {
  const completion = completedAt === undefined ? {} : { completedAt };
  return done(
    "order.status",
    { status: 200, orderStatus, ...completion },
    {
      exchanges: [
        toPartner({
          purpose: "order-status",
          status: 200,
          body: { orderId, status: orderStatus, ...completion },
        }),
      ],
    },
  );
}

/** The awaited result as it arrived, 2.5 s after noon, written by `writes`. */
export function arrived(
  row: JsonObject = resultRow,
  writes: readonly Exchange[] = [resultWrite()],
): StepEvidence {
  return done(
    "result.await",
    { arrived: true, entry: 1, readableAt: afterNoon(2_500), statusId: "D37002019001", row },
    { exchanges: writes, input: { workflowId, orderId, packageName, candidateName: "Ada Probe" } },
  );
}

/** A case of `scenario` in tenant a. */
export function caseOf(
  scenario: string,
  steps: Readonly<Record<string, StepEvidence>>,
  { region = "a", fields }: { readonly region?: Region; readonly fields?: readonly string[] } = {},
): CaseEvidence {
  return { region, scenario, parameters: fields === undefined ? {} : { fields }, steps };
}

/** A run in which the partner made these calls for the order of each tenant. */
export function runOf(
  calls: Readonly<Record<Region, readonly Exchange[]>>,
  unattributed: Partial<RunEvidence["unattributed"]> = {},
): RunEvidence {
  const cases = (["a", "b"] as const).map((region) =>
    caseOf(
      "uc1.end-to-end",
      {
        packages: done("packages.sync", {
          status: 200,
          packages: [{ packageId: `p-${region}`, name: `Reasoning ${region}`, active: true }],
        }),
        candidate: done("candidate.create", candidateOf(region)),
        order: done("order.send", { orderId: `order-${region}` }, { exchanges: calls[region] }),
      },
      { region },
    ),
  );
  return { cases, unattributed: { a: [], b: [], ...unattributed } };
}

/** What a check concludes about one case. */
export function verdictOf(
  check: CaseCheck,
  evidence: CaseEvidence,
  context: JudgeContext = contextOf(),
): Verdict {
  return check.judge(evidence, context).verdict;
}

/** What a check concludes about a run, tenant by tenant. */
export function conclusionsOf(
  check: RunCheck,
  evidence: RunEvidence,
  context: JudgeContext = contextOf(),
): readonly (Verdict & Pick<RegionJudgement, "region">)[] {
  return check
    .judge(evidence, context)
    .map(({ region, verdict }) => (region === undefined ? verdict : { region, ...verdict }));
}

/** What checks know of the partner and the tenants. */
export function contextOf(declaration: Partial<Declaration> = {}): JudgeContext {
  return {
    declaration: {
      completesTestOrders: true,
      supportsCancel: true,
      manifest: [
        { profileType: "person", field: "firstname", access: "read", required: true },
        {
          profileType: "applicantworkflow",
          field: "assessmentresults",
          access: "read-write",
          required: false,
        },
      ],
      wordings: {},
      ...declaration,
    },
    settings: {
      answerBudgetMs: 10_000,
      resultBudgetMs: 60_000,
      completionWindowMs: 600_000,
      testCompletionWindowMs: 120_000,
    },
    tenants,
  };
}

/** The candidate of the run's order in a tenant. */
function candidateOf(region: Region): JsonObject {
  return region === "a"
    ? { personId, jobId: 4, workflowId, name: "Ada Probe" }
    : { personId: 923, jobId: 94, workflowId: 950, name: "Bo Probe" };
}
