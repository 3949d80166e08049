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
import type {
  Exchange,
  ExchangeId,
  Fact,
  FieldAccess,
  NoAnswerReason,
  OutboundKind,
  RecordedBody,
  Region,
} from "@slipway/exchange";
import type { Json, JsonObject } from "@slipway/foundation";

// The smallest evidence that makes a check's test readable: a call that went well, and what a test states differently.

/** The order of every test. */
export const orderId = "0198d2a0-0000-7000-8000-000000000001";

/** The instant at which calls are made unless a test says otherwise. */
export const noon = "2026-02-03T12:00:00.000Z";

/** Milliseconds after noon, as an instant. */
export function afterNoon(delayMs: number): string {
  return new Date(Date.parse(noon) + delayMs).toISOString();
}

interface Call {
  readonly status?: number;
  readonly body?: Json | string;
  readonly sent?: Json;
  readonly noAnswer?: NoAnswerReason;
  readonly durationMs?: number;
  readonly at?: string;
  readonly facts?: readonly Fact[];
}

interface CallToPartner extends Call {
  readonly purpose?: OutboundKind;
}

interface CallToAts extends Call {
  readonly region?: Region;
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly user?: string | null;
  readonly host?: string;
  readonly retryAfter?: string;
  readonly access?: readonly FieldAccess[];
}

/** A call of the platform to the partner: an order that was accepted. */
export function toPartner({ purpose = "order", ...call }: CallToPartner = {}): Exchange {
  return {
    ...exchange({ status: 202, body: { partnerOrderId: "po-1" }, sent: orderBody, ...call }),
    direction: "to-partner",
    actor: { kind: "platform", purpose },
  };
}

/** A call of the partner to the ATS: it reads the candidate's name. */
export function toAts(call: CallToAts = {}): Exchange {
  const { region = "a", method = "GET", query = "fields=firstname", retryAfter } = call;
  const path = call.path ?? `/customers/${tenants[region].customerId}/people/${personId}`;
  const user = call.user === undefined ? `partner-${region}` : call.user;
  const plain = exchange({ status: 200, body: {}, ...call });
  const headers = retryAfter === undefined ? [] : ([["retry-after", retryAfter]] as const);
  return {
    ...plain,
    customerId: tenants[region].customerId,
    actor:
      user === null ? { kind: "unauthenticated" } : { kind: "api-user", username: user, userId: 7 },
    request: {
      ...plain.request,
      method,
      path,
      query,
      origin: tenants[region].publicBase,
      headers: [["Host", call.host ?? new URL(tenants[region].publicBase).host]],
    },
    answer: plain.answer.kind === "answered" ? { ...plain.answer, headers } : plain.answer,
    access: call.access ?? [read("people", "firstname")],
  };
}

/** A row of results that the ATS took. */
export function resultWrite(call: CallToAts = {}): Exchange {
  const { customerId } = tenants[call.region ?? "a"];
  return toAts({
    method: "POST",
    path: `/customers/${customerId}/applicantworkflows/${workflowId}/fields/assessmentresults`,
    query: "",
    status: 201,
    sent: resultRow,
    access: ["assessmentname", "assessmentstatus"].map((child) =>
      use("applicantworkflows", `assessmentresults.${child}`, "written"),
    ),
    ...call,
  });
}

/** A field that was asked for by name. */
export function read(noun: string, field: string): FieldAccess {
  return use(noun, field, "requested");
}

/** A field that was used in some way. */
export function use(noun: string, field: string, how: FieldAccess["how"]): FieldAccess {
  return { noun, field, how };
}

/** A refusal in the vendor's error standard. */
export function refusal(userMessage: string, debugErrorMessage?: string): JsonObject {
  return {
    error: { userMessage, ...(debugErrorMessage === undefined ? {} : { debugErrorMessage }) },
  };
}

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
    settings: { answerBudgetMs: 10_000, resultBudgetMs: 60_000, completionWindowMs: 600_000 },
    tenants,
  };
}

export const packageName = "Numerical reasoning";
export const personId = 123;
export const workflowId = 501;

/** The two tenants of the pair. */
export const tenants: JudgeContext["tenants"] = {
  a: {
    customerId: "6101",
    publicBase: "http://127.0.0.1:8701",
    labels: { "person.email": "Email", "person.lastname": "Last Name" },
  },
  b: {
    customerId: "6102",
    publicBase: "http://127.0.0.1:8702",
    labels: { "person.email": "Correo", "person.lastname": "Apellido" },
  },
};

/** A complete row of results as the ATS returns it. */
export const resultRow: JsonObject = {
  assessmentname: { id: "D37002020001", value: packageName },
  assessmentdate: "2026-02-03 12:00 PM",
  assessmentscore: 87.5,
  assessmentresult: "Passed",
  assessmentstatus: { id: "D37002019001", value: "Complete" },
};

const orderBody: JsonObject = {
  orderId,
  customerId: "6101",
  packageId: "p-100",
  candidate: { id: personId, firstName: "Ada", lastName: "Probe", email: "ada@example.test" },
  job: { id: 4, title: "Tester" },
};

/** The complete order's body without one member of `candidate`. */
export function orderWithout(member: "email" | "lastName"): Json {
  return { ...orderBody, candidate: { id: personId, firstName: "Ada", ...kept[member] } };
}

const kept = { email: { lastName: "Probe" }, lastName: { email: "ada@example.test" } };

/** The candidate of the run's order in a tenant. */
export function candidateOf(region: Region): JsonObject {
  return region === "a"
    ? { personId, jobId: 4, workflowId, name: "Ada Probe" }
    : { personId: 923, jobId: 94, workflowId: 950, name: "Bo Probe" };
}

let recorded = 0;

function exchange(call: Call): Exchange {
  recorded += 1;
  return {
    // Any text that is ordered by time of recording.
    id: `exchange-${String(recorded).padStart(6, "0")}` as ExchangeId,
    customerId: tenants.a.customerId,
    sandboxId: undefined,
    direction: "to-ats",
    at: new Date(call.at ?? noon),
    durationMs: call.durationMs ?? 40,
    actor: { kind: "unauthenticated" },
    transactionId: `t-${recorded}`,
    request: {
      method: "POST",
      path: "/orders",
      query: "",
      origin: "http://127.0.0.1:9000",
      headers: [],
      body: bodyOf(call.sent),
    },
    answer:
      call.noAnswer === undefined
        ? { kind: "answered", status: call.status ?? 200, headers: [], body: bodyOf(call.body) }
        : { kind: "no-answer", reason: call.noAnswer, detail: "nothing came within 30 s" },
    access: [],
    facts: call.facts ?? [],
    references: {},
  };
}

function bodyOf(body: Json | string | undefined): RecordedBody {
  if (body === undefined) return { kind: "none" };
  const kind = typeof body === "string" ? "text" : "json";
  const content = typeof body === "string" ? body : JSON.stringify(body);
  return { kind, content, byteCount: Buffer.byteLength(content) };
}
