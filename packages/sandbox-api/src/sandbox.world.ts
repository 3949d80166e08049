import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";

import {
  customerId,
  integrationUserGroup,
  pairSettings,
  type ProfileDoc,
  type ProfileNoun,
  type Tenant,
  type TenantSettings,
} from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import {
  regions,
  type EventPlanner,
  type FieldAccess,
  type Region,
  type WorkflowStatusChange,
} from "@slipway/exchange";
import {
  createIds,
  shiftedClock,
  systemClock,
  type Clock,
  type JsonObject,
} from "@slipway/foundation";

import { buildSandboxApi } from "./build-sandbox-api.ts";
import { plainRecorder } from "./plain-recorder.world.ts";
import { declareIndexedFields } from "./resources/search/declare-indexed-fields.ts";
import { addCredential } from "./credentials/add-credential.ts";

/** The smallest platform around the API: one sandbox pair in a real database, both listeners on real sockets. */
export interface SandboxWorld {
  readonly database: Database;
  /** Tenant of region a, on whom most tests call. */
  readonly a: WorldTenant;
  readonly b: WorldTenant;
  readonly planEvent: EventPlanner;
  /** Changes told to the event planner. */
  readonly changes: readonly WorkflowStatusChange[];
  readonly wakeUps: () => number;
  /** Fails when the API had to answer 500 to anything. */
  readonly close: () => Promise<void>;
}

export interface WorldTenant {
  readonly customerId: string;
  readonly base: string;
  readonly tenant: () => Tenant;
  readonly settings: () => TenantSettings;
  /** Replaces parts of the settings. */
  readonly set: (changes: Partial<TenantSettings>) => void;
  /** Which workflows' calls are looked up among the disturbances. */
  readonly disturb: (workflowIds: readonly number[]) => void;
  /** Moves the tenant's clock. */
  readonly setClock: (clock: Clock) => void;
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<WorldAnswer>;
  /** Writes a profile past the API. */
  readonly seed: (noun: ProfileNoun, id: number, doc: ProfileDoc) => Promise<void>;
  readonly stored: (noun: ProfileNoun, id: number) => Promise<ProfileDoc | undefined>;
  /** What the log holds, oldest first. */
  readonly recorded: () => Promise<readonly RecordedRow[]>;
}

export interface CallOptions {
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly authorization?: string | undefined;
}

export interface WorldAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body parsed; undefined when it is no JSON object or array. */
  readonly json: unknown;
}

export interface RecordedRow {
  readonly transaction_id: string;
  readonly status: number | null;
  readonly person_id: number | null;
  readonly job_id: number | null;
  readonly workflow_id: number | null;
  readonly access: readonly FieldAccess[];
  readonly detail: JsonObject;
}

export const password = "correct horse battery staple";
export const basic = (name: string, secret: string): string =>
  `Basic ${Buffer.from(`${name}:${secret}`).toString("base64")}`;

export async function openSandboxWorld(): Promise<SandboxWorld> {
  const database = await createTestDatabase();
  const sandboxId = randomUUID();
  const tenants = new Map<string, Tenant>();
  const clocks = new Map<string, Clock>();
  const changes: WorkflowStatusChange[] = [];
  const bugs: unknown[] = [];
  let wakeUps = 0;
  const settings = pairSettings(7);
  await insertSandbox(database, sandboxId);

  const planEvent: EventPlanner = async (change) => {
    changes.push(change);
    return { eventRow: eventRow(change), deliveryRow: undefined };
  };
  const open = async (region: Region): Promise<WorldTenant & { close: () => Promise<void> }> => {
    const app = buildSandboxApi({
      region,
      database,
      tenants: { byCustomerId: async (id) => tenants.get(id) },
      // How keys are encrypted is not this package's: here they stand backwards.
      secrets: {
        maskKeyOf: async () => Buffer.alloc(32, 7),
        unsealKey: async (_customer, sealed) => Buffer.from(sealed.toReversed()).toString(),
      },
      recorder: plainRecorder(database),
      planEvent,
      clock: systemClock,
      clockOf: (tenant) => clocks.get(tenant.customerId) ?? systemClock,
      ids: createIds({ clock: systemClock, randomBytes }),
      addListNodes: async (tenant, nodes) => {
        // Not what the caller sees of the tenant, but the whole of it.
        const whole = tenants.get(tenant.customerId) ?? tenant;
        const lists = { ...whole.settings.lists };
        for (const { list, node } of nodes) lists[list] = [...(lists[list] ?? []), node];
        tenants.set(tenant.customerId, { ...whole, settings: { ...whole.settings, lists } });
      },
      onEventRaised: () => {
        wakeUps += 1;
      },
      onBug: (bug) => bugs.push(bug),
    });
    const base = await app.listen({ host: "127.0.0.1", port: 0 });
    const id = region === "a" ? "6101" : "6102";
    const tenant: Tenant = {
      customerId: customerId(id),
      sandboxId,
      region,
      name: `Tenant ${region}`,
      publicBase: `https://api-${region}.example.test`,
      settings: settings[region],
    };
    tenants.set(id, tenant);
    await insertTenant(database, tenant);
    await addCredential(database.queries, {
      customerId: id,
      username: `user-${region}`,
      password,
      userId: 900,
      loginGroup: integrationUserGroup,
      createdAt: new Date(),
    });
    const current = (): Tenant => tenants.get(id) ?? tenant;
    return {
      customerId: id,
      base,
      tenant: current,
      settings: () => current().settings,
      set: (change) =>
        void tenants.set(id, { ...current(), settings: { ...current().settings, ...change } }),
      disturb: (disturbedWorkflows) => void tenants.set(id, { ...current(), disturbedWorkflows }),
      setClock: (clock) => void clocks.set(id, clock),
      call: async (method, path, options = {}) =>
        call(base, { method, path, authorization: basic(`user-${region}`, password), ...options }),
      seed: async (noun, profileId, doc) => insertProfile(database, { id, noun, profileId, doc }),
      stored: async (noun, profileId) => storedDoc(database, { id, noun, profileId }),
      recorded: async () => recordedRows(database, id),
      close: async () => app.close(),
    };
  };
  const [a, b] = [await open(regions[0] ?? "a"), await open(regions[1] ?? "b")];
  return {
    database,
    a,
    b,
    planEvent,
    changes,
    wakeUps: () => wakeUps,
    close: async () => {
      await Promise.all([a.close(), b.close()]);
      await database.close();
      if (bugs.length > 0) throw new AggregateError(bugs, "Expected no fault of our own");
    },
  };
}

/** Lets a user in that signs with this key. */
export async function addSigner(
  { database }: Pick<SandboxWorld, "database">,
  signer: {
    readonly customerId: string;
    readonly username: string;
    readonly key: string;
    readonly expiresAt?: Date;
  },
): Promise<void> {
  const { key, ...user } = signer;
  await addCredential(database.queries, {
    ...user,
    kind: "hmac",
    sealedKey: Buffer.from(key).toReversed(),
    userId: 900,
    loginGroup: "D40001",
    createdAt: new Date(),
  });
}

/** Sends bytes as they are and gives back the bytes of the answer; the connection has to be closed by one side. */
export async function sendBytes(base: string, bytes: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(base);
  const socket = connect({ host: hostname, port: Number(port) });
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.write(bytes);
  await once(socket, "close");
  return Buffer.concat(chunks).toString("latin1");
}

/** A clock that starts at an instant and runs on. */
export function clockFrom(instant: string): Clock {
  return shiftedClock(systemClock, new Date(instant).getTime() - Date.now());
}

async function call(
  base: string,
  {
    method,
    path,
    json,
    body,
    headers,
    authorization,
  }: CallOptions & { method: string; path: string },
): Promise<WorldAnswer> {
  const sent = json === undefined ? body : JSON.stringify(json);
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(sent === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    // A view over a Buffer is a body as well.
    ...(sent === undefined ? {} : { body: sent as string }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : undefined,
  };
}

function eventRow(change: WorkflowStatusChange): JsonObject {
  return {
    customer_id: change.customerId,
    id: randomUUID(),
    type: "WorkFlowStatusChangeEvent",
    workflow_id: change.workflowId,
    person_id: change.personId,
    job_id: change.jobId,
    body: { oldStatus: change.oldStatus, newStatus: change.newStatus },
    raised_at: change.at.toISOString(),
  };
}

async function insertSandbox({ queries }: Database, id: string): Promise<void> {
  const created_at = new Date();
  await queries
    .insertInto("integration")
    .values({
      id,
      name: id,
      framework: "prime-assessment",
      connector_type: "assessment",
      created_at,
    })
    .execute();
  await queries
    .insertInto("sandbox")
    .values({ id, integration_id: id, seed: 7, mask_key: Buffer.alloc(32, 7), created_at })
    .execute();
}

async function insertTenant({ queries }: Database, tenant: Tenant): Promise<void> {
  await queries
    .insertInto("tenant")
    .values({
      customer_id: tenant.customerId,
      sandbox_id: tenant.sandboxId,
      region: tenant.region,
      name: tenant.name,
      public_base: tenant.publicBase,
      settings: "{}",
      created_at: new Date(),
    })
    .execute();
  // Tests choose ids below for what they seed.
  const types = ["people", "jobs", "companies", "applicantworkflows", "entry"];
  await queries
    .insertInto("id_block")
    .values(types.map((type) => ({ customer_id: tenant.customerId, type, next_id: 10_000 })))
    .execute();
  await declareIndexedFields(queries, tenant);
}

interface ProfilePlace {
  readonly id: string;
  readonly noun: ProfileNoun;
  readonly profileId: number;
}

async function insertProfile(
  { queries }: Database,
  { id, noun, profileId, doc }: ProfilePlace & { doc: ProfileDoc },
): Promise<void> {
  const at = new Date();
  await queries
    .insertInto("profile")
    .values({
      customer_id: id,
      type: noun,
      id: profileId,
      doc: JSON.stringify(doc),
      created_at: at,
      updated_at: at,
    })
    .execute();
}

async function storedDoc(
  { queries }: Database,
  { id, noun, profileId }: ProfilePlace,
): Promise<ProfileDoc | undefined> {
  const row = await queries
    .selectFrom("profile")
    .select("doc")
    .where("customer_id", "=", id)
    .where("type", "=", noun)
    .where("id", "=", profileId)
    .executeTakeFirst();
  return row?.doc as ProfileDoc | undefined;
}

async function recordedRows({ queries }: Database, id: string): Promise<readonly RecordedRow[]> {
  const rows = await queries
    .selectFrom("exchange")
    .selectAll()
    .where("customer_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...row,
    access: row.detail.access as unknown as readonly FieldAccess[],
  }));
}
