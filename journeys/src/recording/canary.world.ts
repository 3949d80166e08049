import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request, type OutgoingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import pg from "pg";

import { manifest, startPrimePartner } from "@slipway/example-prime-partner";
import {
  createPlatformClient,
  type Credential,
  type PlatformClient,
  type Region,
  type Sandbox,
} from "@slipway/platform-client";

import { startPlatform, type RunningPlatform } from "../starting/platform-process.ts";
import { startLeakyPartner, type LeakyPartner } from "./leaky-partner.ts";

/** A platform whose partner and whose callers put secrets wherever there is room. */
export interface CanaryWorld {
  readonly client: PlatformClient;
  readonly platform: RunningPlatform;
  readonly sandbox: Sandbox;
  readonly credentials: Readonly<Record<Region, Credential>>;
  readonly partner: LeakyPartner;
  /** Every table of the database by name, as one text. */
  readonly readTables: () => Promise<ReadonlyMap<string, string>>;
  readonly close: () => Promise<void>;
}

export interface CanarySecrets {
  /** The platform's own password at the partner, by region. */
  readonly platformPasswords: Readonly<Record<Region, string>>;
  /** What the partner adds of its own: a cookie or token, a key, a password in an address, a government id. */
  readonly partnerSecrets: readonly string[];
}

export async function openCanaryWorld(secrets: CanarySecrets): Promise<CanaryWorld> {
  const data = await mkdtemp(join(tmpdir(), "slipway-canary-"));
  const platform = await startPlatform({ data });
  const token = (await readFile(join(data, "admin-token"), "utf8")).trim();
  const client = createPlatformClient({ baseUrl: platform.address, token });
  const working = await startPrimePartner({ testCompletionMs: 200 });
  const partner = await startLeakyPartner(working.endpoint, secrets.partnerSecrets);
  const integration = await client.registerIntegration({
    name: "Canary",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  const { credentials, ...sandbox } = await client.createSandbox(integration.id);
  const regions = ["a", "b"] as const;
  const connections = regions.map((region) => {
    const { customerId } = sandbox.tenants[region];
    const login = { username: "platform", password: secrets.platformPasswords[region] };
    const packageId = `pk-${region}`;
    working.configureCustomer(customerId, {
      ats: credentials[region],
      platform: login,
      packages: [{ packageId, name: `Numbers ${region}`, active: true }],
    });
    const connection = {
      endpoint: partner.endpoint,
      authentication: { method: "basic", ...login },
      enablement: {
        customerId,
        authenticationMethod: "basic",
        ipAddresses: [],
        packageIds: [packageId],
        optionalFeatures: ["cancel"],
      },
    } as const;
    return [region, connection] as const;
  });
  const [[, a], [, b]] = connections as [(typeof connections)[0], (typeof connections)[0]];
  await client.savePartnerSetup(sandbox.id, {
    connections: { a, b },
    declaration: { completesTestOrders: true, supportsCancel: true, manifest, wordings: {} },
  });
  return {
    client,
    platform,
    sandbox,
    credentials,
    partner,
    readTables: async () => readTables(data),
    close: async () => {
      await partner.close();
      await working.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Every table of a platform's database by name, as one text. */
export async function readTables(data: string): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(join(data, "postgres", "postmaster.pid"), "utf8")).split("\n");
  const client = new pg.Client({
    host: lines[4] ?? "",
    port: Number(lines[3]),
    user: "slipway",
    database: "postgres",
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const tables = new Map<string, string>();
    for (const { name } of rows) {
      const content = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
      tables.set(name, content.rows.map(({ line }) => line).join("\n"));
    }
    return tables;
  } finally {
    await client.end();
  }
}

export interface SentCall {
  readonly base: string;
  readonly method?: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

/** Sends what no well-behaved client would, and gives the status. */
export async function send({
  base,
  method = "GET",
  path,
  headers,
  body,
}: SentCall): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(base, { method, path, headers, agent: false }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export interface CallTarget {
  readonly base: string;
  /** `user:password`. */
  readonly login: string;
  readonly customerId: string;
  readonly personId: number;
}

/** Calls of the ATS API with the secret in every place that a call has, refused and accepted ones. */
export function callsWith(secret: string, target: CallTarget): readonly SentCall[] {
  const { base, login, customerId, personId } = target;
  const authorization = `Basic ${Buffer.from(login).toString("base64")}`;
  const people = `/customers/${customerId}/people`;
  const person = `${people}/${personId}`;
  const json = { authorization, "content-type": "application/json" };
  const url = encodeURIComponent(secret);
  const note = (content: unknown): string => JSON.stringify({ nosuchfield: content });
  const post = (body: string | Uint8Array, headers: OutgoingHttpHeaders = json): SentCall => ({
    base,
    method: "POST",
    path: people,
    headers,
    body,
  });
  return [
    { base, path: person, headers: { authorization, "x-note": `see ${secret}` } },
    {
      base,
      path: person,
      headers: { authorization, referer: `http://u:${url}@x.example.test/` },
    },
    { base, path: person, headers: { authorization, cookie: `session=${url}; a=b` } },
    {
      base,
      path: person,
      headers: { authorization, "user-agent": Buffer.from(`me:${secret}`).toString("base64") },
    },
    { base, path: `${person}?fields=firstname,${url}`, headers: { authorization } },
    { base, path: `${person}?note=${url}&password=${url}`, headers: { authorization } },
    { base, path: `${people}/${url}`, headers: { authorization } },
    { base, path: `${person}/fields/${url}`, headers: { authorization } },
    { base, path: `/customers/${url}/people/${personId}`, headers: { authorization } },
    {
      base,
      path: `/customers/${customerId}/search/people?searchJson=${encodeURIComponent(JSON.stringify({ filters: [{ name: secret, value: [secret] }] }))}`,
      headers: { authorization },
    },
    post(note(secret)),
    post(note({ deep: [{ deeper: { value: `x${secret}y` } }], [secret]: secret })),
    post(JSON.stringify({ [secret]: 1 })),
    post(`{"note": ${JSON.stringify(secret)}, broken`),
    post(`password=${url}&note=${url}`, {
      authorization,
      "content-type": "application/x-www-form-urlencoded",
    }),
    post(gzipSync(note(secret)), { ...json, "content-encoding": "gzip" }),
    post(gzipSync(note(secret)), json),
    post(Buffer.concat([Buffer.from([0xff]), Buffer.from(note(secret))])),
    post(note(Buffer.from(`user:${secret}`).toString("base64"))),
    {
      base,
      method: "PATCH",
      path: person,
      headers: json,
      body: JSON.stringify({ folder: secret }),
    },
    {
      base,
      method: "PATCH",
      path: person,
      headers: json,
      body: JSON.stringify({ birthdate: secret }),
    },
    { base, method: "BREW", path: person, headers: { authorization, "x-note": secret } },
  ].filter(({ headers }) => Object.values(headers).every(isHeaderText));
}

function isHeaderText(value: OutgoingHttpHeaders[string]): boolean {
  return /^[\t -~]*$/.test(String(value));
}
