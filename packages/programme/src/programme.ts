import type { LoginGroup, LoginGroupSent } from "@slipway/ats-model";
import type {
  GradingHead,
  Impact,
  ObservedField,
  RequirementPack,
  Run,
  RunReport,
} from "@slipway/conformance";
import type { Exchange, Region, SandboxId } from "@slipway/exchange";

import type { AccessFunctions } from "./access/access-functions.ts";
import type { ClockMove } from "./clock/clock-move.ts";
import type { ClockView } from "./clock/move-clock.ts";
import type { DeadlineChange } from "./deadlines/change-deadline.ts";
import type { IntegrationQuery } from "./integrations/integration.store.ts";
import type { Deadline, DeadlineWithHistory } from "./deadlines/deadline.ts";
import type { OpenDeadline } from "./deadlines/open-deadline.ts";
import type { DeliveryView } from "./deliveries/look-at-delivery.ts";
import type { ConnectorType, Integration } from "./integrations/integration.ts";
import type { HistoryVerification } from "./history/verify-history.ts";
import type { StoredEntry } from "./history/history.store.ts";
import type { EvidenceProgramme } from "./evidence/evidence-programme.ts";
import type { CustomerOnRecord } from "./integrations/record-customer.ts";
import type { Actor } from "./lifecycle/actor.ts";
import type { LifecycleView } from "./lifecycle/lifecycle-view.ts";
import type { MoveStanding } from "./lifecycle/move-standing.ts";
import type { MoveVersion } from "./lifecycle/move-version.ts";
import type { BeginVersion, SaveDesign } from "./lifecycle/draft-version.ts";
import type { CloseReviewItem, OpenReviewItem } from "./lifecycle/change-review-items.ts";
import type { Path } from "./lifecycle/transition.ts";
import type { ExchangeQuery } from "./logs/exchange-query.ts";
import type { MarketplaceProgramme } from "./marketplace/marketplace-programme.ts";
import type { NoticeQuery } from "./notices/notice.store.ts";
import type { Notice, NoticeWithText } from "./notices/notice.ts";
import type { NoticeResolution } from "./notices/resolve-notice.ts";
import type { PartnerSetup } from "./partner/partner-setup.ts";
import type { PreflightReport } from "./preflight/preflight-report.ts";
import type { MovedWorkflow } from "./recruiter/move-workflow.ts";
import type { AssessmentOrder } from "./recruiter/order.ts";
import type { RevalidationFunctions } from "./revalidation/revalidation-functions.ts";
import type { HoldDraft } from "./runs/hold-draft.ts";
import type { RunProgressView } from "./runs/run-progress-view.ts";
import type { StartValidation } from "./runs/start-validation.ts";
import type { CallerAddresses } from "./sandboxes/caller-addresses.ts";
import type {
  BasicCredential,
  CredentialKind,
  IssuedCredential,
  Sandbox,
} from "./sandboxes/sandbox.ts";
import type { SandboxUseFunctions } from "./sandboxes/sandbox-use.ts";
import type { TenantSwitch } from "./sandboxes/set-switches.ts";
import type { SubmissionFunctions } from "./submission/submission-functions.ts";
import type { Task } from "./tasks/task.ts";
import type { ThreadFunctions } from "./threads/thread-functions.ts";
import type { WebhookFunctions } from "./webhooks/webhook-functions.ts";

/**
 * Everything the platform's front doors can ask for. Each function decides by itself whether it may happen and throws a
 * `Problem` where not; the doors decide nothing.
 */
export interface Programme
  extends
    AccessFunctions,
    EvidenceProgramme,
    MarketplaceProgramme,
    RevalidationFunctions,
    SandboxUseFunctions,
    SubmissionFunctions,
    ThreadFunctions,
    WebhookFunctions {
  /** Registers an integration; one of the same name and organisation is returned as it is, if framework and type are the same. */
  readonly registerIntegration: (
    input: RegisterIntegration,
  ) => Promise<{ readonly integration: Integration; readonly created: boolean }>;
  /** All, or those of one organisation; oldest first. */
  readonly listIntegrations: (
    organisation?: string,
  ) => Promise<readonly (Integration & { readonly sandboxId: SandboxId | undefined })[]>;
  /** An integration's whole life as it stands: versions with designs, standing, items, and what each allows now. */
  readonly loadLifecycle: (integrationId: string) => Promise<LifecycleView>;
  /** Saves the design of a version that is being drafted. */
  readonly saveDesign: (input: SaveDesign) => Promise<LifecycleView>;
  /** Begins the next version, while the one before stays what it is. */
  readonly beginVersion: (input: BeginVersion) => Promise<LifecycleView>;
  /** Moves a version by an event; `LIFECYCLE-REFUSED` says what is allowed instead. */
  readonly moveVersion: (move: MoveVersion) => Promise<LifecycleView>;
  /** The same for the integration's standing. */
  readonly moveStanding: (move: MoveStanding) => Promise<LifecycleView>;
  readonly openReviewItem: (input: OpenReviewItem) => Promise<LifecycleView>;
  readonly closeReviewItem: (input: CloseReviewItem) => Promise<LifecycleView>;
  readonly listHistory: (integrationId: string) => Promise<readonly StoredEntry[]>;
  /** Computes the hash of every entry anew. */
  readonly verifyHistory: () => Promise<HistoryVerification>;
  /** Puts a customer on record; one of the same name is returned as it is. */
  readonly recordCustomer: (name: string) => Promise<CustomerOnRecord>;
  /** Makes the pair of tenants, seeds them and issues one credential each. An integration has one sandbox. */
  readonly createSandbox: (input: CreateSandbox) => Promise<{
    readonly sandbox: Sandbox;
    readonly credentials: Readonly<Record<Region, BasicCredential>>;
  }>;
  readonly loadSandbox: (sandboxId: string) => Promise<Sandbox>;
  /** Issues a new credential of the ATS API; the earlier ones stay valid for a day, so that a partner can change over. */
  readonly replaceCredential: (sandboxId: string, region: Region) => Promise<BasicCredential>;
  /** The same for a credential of any kind; those of other kinds stay as they are. */
  readonly issueCredential: (input: {
    readonly sandboxId: string;
    readonly region: Region;
    readonly kind: CredentialKind;
    /** Default "Integration User". */
    readonly loginGroup?: string;
  }) => Promise<IssuedCredential>;
  /** From where a tenant's integration user may call the ATS API. */
  readonly loadCallerAddresses: (customerId: string) => Promise<CallerAddresses>;
  readonly setCallerAddresses: (
    customerId: string,
    addresses: readonly string[],
  ) => Promise<CallerAddresses>;
  /** What it changes of endpoint and authentication stays on record, in the actor's name. */
  readonly savePartnerSetup: (
    sandboxId: string,
    setup: PartnerSetup,
    actor?: Actor,
  ) => Promise<void>;
  readonly preflight: (sandboxId: string) => Promise<PreflightReport>;
  /**
   * Starts a run, if the preflight is green (`RUN-PREFLIGHT-RED` carries the report) and none is active. With a selection it
   * covers a part of the pack, and proves nothing as a whole.
   */
  readonly startRun: (input: StartValidation) => Promise<Run>;
  readonly loadRun: (runId: string) => Promise<RunProgressView>;
  readonly listRuns: (sandboxId: string) => Promise<readonly Run[]>;
  readonly cancelRun: (runId: string) => Promise<void>;
  /** Judges a run anew under a pack version, from the record alone. */
  readonly regradeRun: (runId: string, packVersion: string) => Promise<GradingHead>;
  readonly listGradings: (runId: string) => Promise<readonly GradingHead[]>;
  readonly loadReport: (runId: string, gradingId?: string) => Promise<RunReport>;
  /** A pack of a framework as the code has it. */
  readonly showPack: (pack: {
    readonly framework: string;
    readonly version: string;
  }) => RequirementPack;
  /** What a draft pack would change for the finished runs of its framework, run by run; nothing is stored. */
  readonly holdDraft: (input: HoldDraft) => Impact;
  /** The manifest a run was started with, held against what its calls used. */
  readonly loadManifest: (runId: string) => Promise<readonly ObservedField[]>;
  readonly listExchanges: (query: ExchangeQuery) => Promise<readonly Exchange[]>;
  readonly loadExchange: (customerId: string, exchangeId: string) => Promise<Exchange>;
  /** Recruiter actions in a tenant: what a person would do in the ATS. */
  readonly moveCandidate: (input: MoveCandidate) => Promise<MovedWorkflow>;
  readonly orderAssessment: (input: OrderAssessment) => Promise<AssessmentOrder>;
  readonly cancelAssessment: (
    customerId: string,
    orderId: string,
  ) => Promise<{ readonly deliveryId: string }>;
  readonly loadOrder: (customerId: string, orderId: string) => Promise<AssessmentOrder>;
  readonly loadDelivery: (customerId: string, deliveryId: string) => Promise<DeliveryView>;
  /** The login groups of a tenant that have rules. */
  readonly listLoginGroups: (customerId: string) => Promise<readonly LoginGroup[]>;
  /** Puts these in place of all of them, or none where a rule names what the tenant does not have. */
  readonly saveLoginGroups: (
    customerId: string,
    groups: readonly LoginGroupSent[],
  ) => Promise<readonly LoginGroup[]>;
  /** How a tenant shows what is uncertain about the real ATS. */
  readonly listSwitches: (customerId: string) => Promise<readonly TenantSwitch[]>;
  /** Sets those named, by id; refuses with `SWITCHES-INVALID`. */
  readonly setSwitches: (
    customerId: string,
    switches: Readonly<Record<string, string>>,
  ) => Promise<readonly TenantSwitch[]>;
  /** The installation's clock, or that of a tenant. */
  readonly showClock: (customerId?: string) => Promise<ClockView>;
  /** Moves a clock; resolves when every process follows it (`CLOCK-NOT-SEEN` if one does not). */
  readonly moveClock: (move: ClockMove, customerId?: string) => Promise<ClockView>;
  /** Opens a deadline of an integration and writes the notice that tells of it. */
  readonly openDeadline: (input: OpenDeadline) => Promise<Deadline>;
  readonly listDeadlines: (query?: IntegrationQuery) => Promise<readonly Deadline[]>;
  readonly loadDeadline: (id: string) => Promise<DeadlineWithHistory>;
  readonly extendDeadline: (
    change: DeadlineChange & { readonly until: Date },
  ) => Promise<DeadlineWithHistory>;
  readonly clearDeadline: (change: DeadlineChange) => Promise<DeadlineWithHistory>;
  /** The outbox of mail. */
  readonly listNotices: (query: NoticeQuery) => Promise<readonly Notice[]>;
  readonly loadNotice: (id: string) => Promise<NoticeWithText>;
  readonly resolveNotice: (resolution: NoticeResolution) => Promise<NoticeWithText>;
  /** What waits for a person. */
  readonly listTasks: () => Promise<readonly Task[]>;
}

export interface RegisterIntegration {
  readonly name: string;
  readonly framework: string;
  /** Default: that of the framework. */
  readonly connectorType?: ConnectorType;
  /** Default `programme-defined`. */
  readonly path?: Path;
  /** Whose it is. Default: that of the oldest of this name, else `unnamed`. */
  readonly organisation?: string;
  /** Mail address of whoever is told about it. */
  readonly contact?: string;
  /** Name of the customer on record; with the customer-specific path alone. */
  readonly customer?: string;
}

export interface CreateSandbox {
  readonly integrationId: string;
  /** Default 1. */
  readonly seed?: number;
}

export interface MoveCandidate {
  readonly customerId: string;
  readonly workflowId: number;
  /** Id of a status of the tenant. */
  readonly status: string;
}

export interface OrderAssessment {
  readonly customerId: string;
  readonly workflowId: number;
  readonly packageId: string;
}
