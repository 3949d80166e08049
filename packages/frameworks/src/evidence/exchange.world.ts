import type { JudgeContext } from "@slipway/conformance";
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

// The exchanges of a test: calls that went well, and what a test states differently.

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

/** The complete order's body without the candidate's e-mail address. */
export const orderWithoutEmail: JsonObject = {
  ...orderBody,
  candidate: { id: personId, firstName: "Ada", lastName: "Probe" },
};

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
