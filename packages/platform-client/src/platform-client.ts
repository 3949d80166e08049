import { accessCalls, type AccessCalls } from "./access-calls.ts";
import type { Integration } from "./integration.wire.ts";
import { evidenceCalls, type EvidenceCalls } from "./evidence-calls.ts";
import { lifecycleCalls, type LifecycleCalls } from "./lifecycle-calls.ts";
import type { Actor, Registration } from "./lifecycle.wire.ts";
import { listingCalls, type ListingCalls } from "./listing-calls.ts";
import { tenantCalls, type TenantCalls } from "./tenant-calls.ts";
import { revalidationCalls, type RevalidationCalls } from "./revalidation-calls.ts";
import { threadCalls, type ThreadCalls } from "./thread-calls.ts";
import { webhookCalls, type WebhookCalls } from "./webhook-calls.ts";
import { part, searchOf } from "./addresses.ts";
import type { NoticeQuery } from "./list-queries.ts";
import { caller, downloader, isReady, type PlatformClientOptions } from "./caller.ts";
import type { Impact, ImpactQuestion } from "./impact.wire.ts";
import type { RunStartSelection } from "./run-part.wire.ts";
import type {
  Credential,
  CredentialKind,
  CredentialWanted,
  IssuedCredential,
} from "./credential.wire.ts";
import type {
  Clock,
  ClockMove,
  Deadline,
  DeadlineOpening,
  DeadlineWithHistory,
  Grading,
  ObservedField,
  Notice,
  NoticeWithText,
  PartnerSetup,
  PreflightReport,
  Region,
  Run,
  RunProgress,
  RunReport,
  Sandbox,
  Task,
  WhoAndWhy,
} from "./wire.ts";

/**
 * The platform API, typed. Every function throws `PlatformRefusedProblem` with the API's own code when the platform refuses,
 * and `PLATFORM-UNREACHABLE` when it does not answer.
 */
export interface PlatformClient
  extends
    TenantCalls,
    LifecycleCalls,
    AccessCalls,
    EvidenceCalls,
    ListingCalls,
    RevalidationCalls,
    ThreadCalls,
    WebhookCalls {
  readonly isReady: () => Promise<boolean>;
  readonly listIntegrations: () => Promise<readonly Integration[]>;
  readonly registerIntegration: (input: Registration) => Promise<Integration>;
  readonly createSandbox: (
    integrationId: string,
    seed?: number,
  ) => Promise<Sandbox & { readonly credentials: Readonly<Record<Region, Credential>> }>;
  readonly loadSandbox: (sandboxId: string) => Promise<Sandbox>;
  /** A new password; the earlier ones stay valid for a day. */
  readonly replaceCredential: (sandboxId: string, region: Region) => Promise<Credential>;
  /** The same for a credential of any kind; those of other kinds stay as they are. */
  readonly issueCredential: <Kind extends CredentialKind>(
    sandboxId: string,
    region: Region,
    wanted: CredentialWanted<Kind>,
  ) => Promise<Extract<IssuedCredential, { readonly kind: Kind }>>;
  /** What it changes of endpoint and authentication stays on record, in the actor's name if one is given. */
  readonly savePartnerSetup: (
    sandboxId: string,
    setup: PartnerSetup & { readonly actor?: Actor },
  ) => Promise<void>;
  readonly preflight: (sandboxId: string) => Promise<PreflightReport>;
  /** Under the newest released pack unless another is named, all of it unless a part is selected. */
  readonly startRun: (
    sandboxId: string,
    packVersion?: string,
    selection?: RunStartSelection,
  ) => Promise<Run>;
  readonly listRuns: (sandboxId: string) => Promise<readonly Run[]>;
  readonly loadRun: (runId: string) => Promise<RunProgress>;
  readonly cancelRun: (runId: string) => Promise<void>;
  readonly regradeRun: (runId: string, packVersion: string) => Promise<Grading>;
  readonly listGradings: (runId: string) => Promise<readonly Grading[]>;
  readonly loadReport: (runId: string, gradingId?: string) => Promise<RunReport>;
  /** The report as text in another format. */
  readonly printReport: (runId: string, format: "html" | "junit") => Promise<string>;
  /** What a draft pack would change for the finished runs of its framework; nothing is stored. */
  readonly loadImpact: (question: ImpactQuestion) => Promise<Impact>;
  /** The same as CSV. */
  readonly printImpact: (question: ImpactQuestion) => Promise<string>;
  /** The manifest of a run that has ended, declared against observed. */
  readonly loadManifest: (runId: string) => Promise<readonly ObservedField[]>;
  /** The same as CSV. */
  readonly printManifest: (runId: string) => Promise<string>;
  /** The installation's clock, or a tenant's. */
  readonly showClock: (customerId?: string) => Promise<Clock>;
  /** Moves it; resolves when every process follows. */
  readonly moveClock: (move: ClockMove, customerId?: string) => Promise<Clock>;
  readonly openDeadline: (integrationId: string, opening: DeadlineOpening) => Promise<Deadline>;
  /** Of one integration, or of all. */
  readonly listDeadlines: (integrationId?: string) => Promise<readonly Deadline[]>;
  readonly loadDeadline: (id: string) => Promise<DeadlineWithHistory>;
  readonly extendDeadline: (
    id: string,
    extension: WhoAndWhy & { readonly until: string },
  ) => Promise<DeadlineWithHistory>;
  readonly clearDeadline: (id: string, change: WhoAndWhy) => Promise<DeadlineWithHistory>;
  /** The outbox of mail, newest first. */
  readonly listNotices: (query?: NoticeQuery) => Promise<readonly Notice[]>;
  readonly loadNotice: (id: string) => Promise<NoticeWithText>;
  readonly resolveNotice: (
    id: string,
    resolution: WhoAndWhy & { readonly as: "sent" | "send-again" },
  ) => Promise<NoticeWithText>;
  /** What waits for a person. */
  readonly listTasks: () => Promise<readonly Task[]>;
}

export function createPlatformClient(options: PlatformClientOptions): PlatformClient {
  const call = caller(options);
  const get: Get = async (path) => call("GET", path);
  const post: Post = async (path, body) => call("POST", path, body);
  return {
    isReady: async () => isReady(options),
    listIntegrations: async () =>
      (await get<{ readonly integrations: readonly Integration[] }>("/integrations")).integrations,
    registerIntegration: async (input) => post("/integrations", input),
    createSandbox: async (integrationId, seed) =>
      post(`/integrations/${part(integrationId)}/sandbox`, seed === undefined ? {} : { seed }),
    loadSandbox: async (sandboxId) => get(`/sandboxes/${part(sandboxId)}`),
    replaceCredential: async (sandboxId, region) =>
      post(`/sandboxes/${part(sandboxId)}/tenants/${region}/credentials`, { kind: "basic" }),
    issueCredential: async (sandboxId, region, wanted) =>
      post(`/sandboxes/${part(sandboxId)}/tenants/${region}/credentials`, wanted),
    savePartnerSetup: async (sandboxId, setup) =>
      call("PUT", `/sandboxes/${part(sandboxId)}/partner-setup`, setup),
    preflight: async (sandboxId) => post(`/sandboxes/${part(sandboxId)}/preflight`),
    startRun: async (sandboxId, packVersion, selection) =>
      post(`/sandboxes/${part(sandboxId)}/runs`, {
        ...(packVersion === undefined ? {} : { packVersion }),
        ...(selection === undefined ? {} : { selection }),
      }),
    listRuns: async (sandboxId) =>
      (await get<{ readonly runs: readonly Run[] }>(`/sandboxes/${part(sandboxId)}/runs`)).runs,
    ...runCalls(get, post),
    ...tenantCalls(call),
    showClock: async (customerId) => get(clockPath(customerId)),
    moveClock: async (move, customerId) => post(`${clockPath(customerId)}/moves`, move),
    ...accessCalls({ get, post }),
    ...threadCalls({ get, post, put: async (path, body) => call("PUT", path, body) }),
    ...webhookCalls({ get, post }),
    ...deadlineCalls(get, post),
    ...evidenceCalls({ get, post, download: downloader(options) }),
    ...listingCalls({ get, post, put: async (path, body) => call("PUT", path, body) }),
    ...lifecycleCalls({ get, post, put: async (path, body) => call("PUT", path, body) }),
    ...revalidationCalls({ get, post, put: async (path, body) => call("PUT", path, body) }),
  };
}

type Get = <Answer>(path: string) => Promise<Answer>;
type Post = <Answer>(path: string, body?: object) => Promise<Answer>;

type RunCalls = Pick<
  PlatformClient,
  | "loadRun"
  | "cancelRun"
  | "regradeRun"
  | "listGradings"
  | "loadReport"
  | "printReport"
  | "loadImpact"
  | "printImpact"
  | "loadManifest"
  | "printManifest"
>;

function runCalls(get: Get, post: Post): RunCalls {
  return {
    loadRun: async (runId) => get(`/runs/${part(runId)}`),
    cancelRun: async (runId) => post(`/runs/${part(runId)}/cancel`),
    regradeRun: async (runId, packVersion) =>
      post(`/runs/${part(runId)}/gradings`, { packVersion }),
    listGradings: async (runId) =>
      (await get<{ readonly gradings: readonly Grading[] }>(`/runs/${part(runId)}/gradings`))
        .gradings,
    loadReport: async (runId, gradingId) =>
      get(
        `/runs/${part(runId)}/report${gradingId === undefined ? "" : `?grading=${part(gradingId)}`}`,
      ),
    printReport: async (runId, format) => get(`/runs/${part(runId)}/report?format=${format}`),
    loadImpact: async (question) => askImpact({ get, post, format: "json" }, question),
    printImpact: async (question) => askImpact({ get, post, format: "csv" }, question),
    loadManifest: async (runId) =>
      (await get<{ readonly fields: readonly ObservedField[] }>(`/runs/${part(runId)}/manifest`))
        .fields,
    printManifest: async (runId) => get(`/runs/${part(runId)}/manifest?format=csv`),
  };
}

async function askImpact<Answer>(
  {
    get,
    post,
    format,
  }: { readonly get: Get; readonly post: Post; readonly format: "json" | "csv" },
  { framework, draft, scope = "newest" }: ImpactQuestion,
): Promise<Answer> {
  const path = `/frameworks/${part(framework)}`;
  const query = `?runs=${scope}&format=${format}`;
  return "version" in draft
    ? get(`${path}/packs/${part(draft.version)}/impact${query}`)
    : post(`${path}/impact${query}`, { pack: draft.content });
}

type DeadlineCalls = Pick<
  PlatformClient,
  | "openDeadline"
  | "listDeadlines"
  | "loadDeadline"
  | "extendDeadline"
  | "clearDeadline"
  | "listNotices"
  | "loadNotice"
  | "resolveNotice"
  | "listTasks"
>;

function deadlineCalls(get: Get, post: Post): DeadlineCalls {
  return {
    openDeadline: async (integrationId, opening) =>
      post(`/integrations/${part(integrationId)}/deadlines`, opening),
    listDeadlines: async (integration) =>
      (
        await get<{ readonly deadlines: readonly Deadline[] }>(
          `/deadlines?${searchOf(integration === undefined ? {} : { integration })}`,
        )
      ).deadlines,
    loadDeadline: async (id) => get(`/deadlines/${part(id)}`),
    extendDeadline: async (id, extension) => post(`/deadlines/${part(id)}/extend`, extension),
    clearDeadline: async (id, change) => post(`/deadlines/${part(id)}/clear`, change),
    listNotices: async (query = {}) =>
      (await get<{ readonly notices: readonly Notice[] }>(`/notices?${searchOf(query)}`)).notices,
    loadNotice: async (id) => get(`/notices/${part(id)}`),
    resolveNotice: async (id, resolution) => post(`/notices/${part(id)}/resolution`, resolution),
    listTasks: async () => (await get<{ readonly tasks: readonly Task[] }>("/tasks")).tasks,
  };
}

function clockPath(customerId: string | undefined): string {
  return customerId === undefined ? "/clock" : `/tenants/${part(customerId)}/clock`;
}
