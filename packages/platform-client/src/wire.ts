import type { RunConclusion } from "./run-conclusion.wire.ts";
import type { ReportedPart, RunPart } from "./run-part.wire.ts";

/** What the platform API sends and takes, as its JSON has it. Instants are ISO 8601 in UTC. */
export type Region = "a" | "b";

export interface Sandbox {
  readonly id: string;
  readonly integrationId: string;
  readonly seed: number;
  readonly createdAt: string;
  readonly tenants: Readonly<Record<Region, SandboxTenant>>;
}

export interface SandboxTenant {
  readonly customerId: string;
  readonly region: Region;
  readonly name: string;
  readonly publicBase: string;
  readonly timeZone: string;
}

export interface PartnerSetup {
  readonly connections: Readonly<Record<Region, PartnerConnection>>;
  readonly declaration: Declaration;
}

export interface PartnerConnection {
  readonly endpoint: string;
  readonly authentication: PartnerAuthentication;
  /** PEM certificates of authorities to trust beside the well-known ones. Left out: those alone. */
  readonly trustedCertificates?: string;
  readonly enablement: {
    readonly customerId: string;
    readonly authenticationMethod: PartnerAuthentication["method"];
    readonly ipAddresses: readonly string[];
    readonly packageIds: readonly string[];
    readonly optionalFeatures: readonly string[];
  };
}

/** How the platform proves itself to the partner. A secret is left out to keep the one on record. */
export type PartnerAuthentication =
  | { readonly method: "basic"; readonly username: string; readonly password?: string }
  | { readonly method: "hmac"; readonly username: string; readonly sharedKey?: string }
  | {
      readonly method: "oauth";
      readonly tokenAddress: string;
      readonly clientId: string;
      readonly clientSecret?: string;
      readonly audience?: string;
      readonly scope?: string;
    };

export interface Declaration {
  readonly completesTestOrders: boolean;
  readonly supportsCancel: boolean;
  readonly addsTestPackage?: boolean;
  readonly manifest: readonly ManifestEntry[];
  readonly wordings: Readonly<Record<string, readonly string[]>>;
}

export interface ManifestEntry {
  readonly profileType: "person" | "job" | "company" | "applicantworkflow";
  readonly field: string;
  readonly access: "read" | "read-write";
  readonly required: boolean;
}

export interface PreflightReport {
  readonly green: boolean;
  readonly items: readonly PreflightItem[];
}

export interface PreflightItem {
  readonly id: string;
  readonly region: Region;
  readonly title: string;
  readonly outcome:
    | { readonly kind: "green"; readonly found: string }
    | {
        readonly kind: "amber" | "red";
        readonly expected: string;
        readonly found: string;
        readonly toDo: string;
      }
    | { readonly kind: "not-applicable" | "not-exercised"; readonly why: string };
}

export interface Run {
  readonly id: string;
  readonly sandboxId: string;
  readonly framework: string;
  readonly packVersion: string;
  /** What it covers of its pack; null: all of it. */
  readonly part: RunPart | null;
  readonly state: "driving" | "judging" | "finished" | "cancelled";
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly endedBecause: string | null;
}

export interface RunProgress extends Run {
  readonly steps: { readonly done: number; readonly waiting: number; readonly total: number };
  readonly waitingFor: readonly WaitingStep[];
}

export interface WaitingStep {
  readonly region: Region;
  readonly scenario: string;
  readonly step: string;
  readonly for: "platform" | "partner";
  readonly toDo: string;
  readonly until: string;
}

export interface Grading {
  readonly id: string;
  readonly packId: string;
  readonly packVersion: string;
  readonly gradedAt: string;
}

export interface RunReport {
  readonly format: "slipway-run-report/1";
  readonly runId: string;
  readonly sandboxId: string;
  readonly framework: string;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  /** What the run covers of its pack; null: all of it. */
  readonly part: ReportedPart | null;
  readonly conclusion: RunConclusion;
  readonly state: Run["state"];
  readonly startedAt: string;
  readonly gradedAt: string;
  readonly durationMs: number;
  readonly tenants: Readonly<
    Record<Region, { readonly customerId: string; readonly publicBase: string }>
  >;
  readonly preflight: PreflightReport;
  readonly requirements: readonly ReportedRequirement[];
  readonly exchanges: readonly ReportedExchange[];
  /** Scenarios that were driven again, because an outcome of ours was lost. */
  readonly drivenAnew: readonly {
    readonly region: Region;
    readonly scenario: string;
    readonly step: string;
    readonly reason: string;
  }[];
  readonly counts: Readonly<Partial<Record<VerdictKind, number>>>;
}

export interface ReportedRequirement {
  readonly id: string;
  readonly title: string;
  readonly duties: readonly string[];
  readonly severity: "must" | "advisory";
  readonly verdict: VerdictKind;
  readonly results: readonly ReportedResult[];
}

/** A field as a run's manifest declared it and as its calls used it. */
export interface ObservedField {
  readonly profileType: string;
  readonly field: string;
  readonly declared: "read" | "read-write" | null;
  readonly requested: number;
  readonly deliveredByDefault: number;
  readonly written: number;
  readonly writeRefused: number;
  readonly finding: string;
  readonly exchanges: readonly string[];
}

export interface ReportedResult {
  readonly check: string;
  readonly checkVersion: number;
  readonly title: string;
  readonly faultOwner: "partner" | "configuration" | "sandbox" | "checker";
  /** By which rule and recorded facts the fault is its owner's; null where nothing is at fault, and in verdicts of before. */
  readonly fault: { readonly rule: string; readonly facts: readonly string[] } | null;
  readonly region: Region | null;
  readonly scenario: string | null;
  readonly verdict: Verdict;
  readonly exchanges: readonly string[];
}

export type Verdict =
  | { readonly kind: "pass" | "cancelled" }
  | {
      readonly kind: "fail" | "warn";
      readonly expected: string;
      readonly arrived: string;
      readonly where?: string;
      readonly toDo: string;
    }
  | { readonly kind: "not-applicable" | "not-exercised"; readonly why: string }
  | { readonly kind: "needs-review"; readonly question: string }
  | {
      readonly kind: "waiting";
      readonly for: string;
      readonly toDo: string;
      readonly until: string;
    }
  | { readonly kind: "checker-error"; readonly reason: string };

export type VerdictKind = Verdict["kind"];

export interface ReportedExchange {
  readonly id: string;
  readonly region: Region;
  readonly direction: "to-ats" | "to-partner";
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly answer: number | string;
  readonly durationMs: number;
}

/** The clock of the installation, or of a tenant. */
export interface Clock {
  /** Missing for the installation's. */
  readonly customerId?: string;
  readonly state: "running" | "frozen";
  readonly now: string;
  /** How far it is ahead of the machine's; negative when behind. */
  readonly aheadMs: number;
  readonly version: number;
}

export type ClockMove =
  | { readonly kind: "advance"; readonly byMs: number }
  | { readonly kind: "set"; readonly to: string }
  | { readonly kind: "freeze" | "resume" };

/** Who does something, and why; both stay on record. */
export interface WhoAndWhy {
  /** Who, with the installation's token; any other token says it. */
  readonly by?: string;
  readonly reason: string;
}

export interface DeadlineOpening extends WhoAndWhy {
  readonly kind: "revalidation" | "mandatory-feature";
  /** What has to be done. */
  readonly subject: string;
  /** Address of whoever is told. */
  readonly recipient: string;
  /** With `mandatory-feature` alone. */
  readonly releasedAt?: string;
}

export type Deadline = {
  readonly id: string;
  readonly integrationId: string;
  readonly kind: DeadlineOpening["kind"];
  readonly subject: string;
  readonly recipient: string;
  readonly openedAt: string;
} & (
  | { readonly state: "awaiting-notice"; readonly waitsFor: string }
  | { readonly state: "running" | "overdue"; readonly startedAt: string; readonly dueAt: string }
  | { readonly state: "cleared"; readonly clearedAt: string }
);

export type DeadlineWithHistory = Deadline & { readonly history: readonly DeadlineEntry[] };

export interface DeadlineEntry extends Required<WhoAndWhy> {
  readonly entry: number;
  readonly at: string;
  readonly event: "opened" | "started" | "extended" | "expired" | "cleared";
  readonly before: object | null;
  readonly after: object;
}

/** A mail that is owed or was sent. */
export interface Notice {
  readonly id: string;
  readonly integrationId: string;
  readonly deadlineId?: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly state:
    | "waiting"
    | "sending"
    | "handed-over"
    | "accepted"
    | "unknown"
    | "refused"
    | "withdrawn";
  readonly attempts: number;
  readonly dueAt: string;
  /** What the mail server, or the way to it, answered last. */
  readonly answer?: string;
  readonly handedOverAt?: string;
  readonly endedAt?: string;
  readonly createdAt: string;
}

export interface NoticeWithText extends Notice {
  readonly text: string;
  readonly html: string;
}

/** What only a person can decide. */
export interface Task {
  readonly id: string;
  readonly kind: "deadline-overdue" | "notice-refused" | "notice-unknown";
  readonly integrationId: string;
  readonly deadlineId?: string;
  readonly noticeId?: string;
  readonly openedAt: string;
  readonly toDo: string;
}

/** An error of the API (RFC 9457). */
export interface ProblemDocument {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** With `RUN-PREFLIGHT-RED`. */
  readonly preflight?: PreflightReport;
}
