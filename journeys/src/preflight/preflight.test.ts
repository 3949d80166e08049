import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import {
  PlatformRefusedProblem,
  type PartnerConnection,
  type PreflightItem,
  type PreflightReport,
  type Region,
} from "@slipway/platform-client";

import { proves } from "../harness/proves.ts";
import {
  startScriptedPartner,
  welcoming,
  type PartnerAnswer,
  type PartnerScript,
  type ScriptedPartner,
} from "../harness/scripted-partner.ts";
import {
  openValidationWorld,
  packagesOf,
  platformLogin,
  type ValidationWorld,
} from "../harness/validation.world.ts";
import { createAuthority, selfSigned, type Identity } from "./certificates.world.ts";

const authority = createAuthority("Authority of the test");
const stranger = createAuthority("Authority that nobody named");
const hourMs = 3_600_000;

let world: ValidationWorld;
const partners: ScriptedPartner[] = [];

beforeAll(async () => {
  world = await openValidationWorld();
});
afterAll(async () => world?.close());
afterEach(async () => {
  await Promise.all(partners.splice(0).map(async (partner) => partner.close()));
});

const otherOf = { a: "b", b: "a" } as const;
const packageOf = (region: Region): string => packagesOf[region][0].packageId;

/** A partner that welcomes the platform, as far as the test does not say otherwise. */
async function partnerOf(
  region: Region,
  { tls, script }: { readonly tls?: Identity; readonly script?: PartnerScript } = {},
): Promise<ScriptedPartner> {
  const welcome = welcoming(platformLogin[region], packageOf(region));
  const partner = await startScriptedPartner(script ?? welcome, tls);
  partners.push(partner);
  return partner;
}

/** The preflight with another connection in one region; the other region's partner is as it should be. */
async function preflightWith(
  region: Region,
  change: Partial<PartnerConnection>,
): Promise<PreflightReport> {
  const { client, sandbox, setup } = world;
  const { connections } = setup;
  const changed = { ...connections, [region]: { ...connections[region], ...change } };
  await client.savePartnerSetup(sandbox.id, { ...setup, connections: changed });
  return client.preflight(sandbox.id);
}

function outcomeOf(
  { items }: PreflightReport,
  region: Region,
  id: string,
): PreflightItem["outcome"] | undefined {
  return items.find((item) => item.id === id && item.region === region)?.outcome;
}

/** The one item that a fault has to turn red, and its text. */
function expectOnlyRed(
  report: PreflightReport,
  [region, id]: readonly [Region, string],
  text: RegExp,
): void {
  const reds = report.items.filter(({ outcome }) => outcome.kind === "red");
  expect(reds.map((item) => [item.region, item.id])).toEqual([[region, id]]);
  expect(report.green).toBe(false);
  const [red] = reds;
  if (red === undefined || !("toDo" in red.outcome)) throw new Error("Expected a red item.");
  const { expected, found, toDo } = red.outcome;
  expect(`${expected} | ${found} | ${toDo}`).toMatch(text);
}

/** An address on which nothing listens: its port was free a moment ago. */
async function deafEndpoint(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}`;
}

// First: a run's test orders are completed a while after it, and those calls of the partner would be the latest.
describe("the preflight of the partner's calls", () => {
  const call = async (region: Region, customerId: string, password?: string): Promise<number> => {
    const { publicBase } = world.sandbox.tenants[region];
    const login = world.credentials[region];
    const basic = Buffer.from(`${login.username}:${password ?? login.password}`).toString("base64");
    const answer = await fetch(`${publicBase}/customers/${customerId}`, {
      headers: { authorization: `Basic ${basic}` },
    });
    await answer.body?.cancel();
    return answer.status;
  };

  it("names a credential that the ATS refused, until it calls with the right one", async () => {
    const { customerId } = world.sandbox.tenants.a;
    expect(await call("a", customerId, "not the one issued")).toBe(401);
    expectOnlyRed(
      await preflightWith("a", {}),
      ["a", "ats-credential"],
      /refused \(401 or 403\).*issued/u,
    );
    expect(await call("a", customerId)).toBe(200);
    expect(outcomeOf(await preflightWith("a", {}), "a", "ats-credential")?.kind).toBe("green");
  });

  it("names a credential that is used for the other customer", async () => {
    const { a, b } = world.sandbox.tenants;
    expect(await call("a", b.customerId)).toBe(404);
    const report = await preflightWith("a", {});
    expectOnlyRed(report, ["a", "ats-credential"], /for another customer.*one credential per/u);
    expect(await call("a", a.customerId)).toBe(200);
  });

  it("forgets what was refused before a new credential was issued", async () => {
    const { customerId } = world.sandbox.tenants.b;
    expect(await call("b", customerId, "not the one issued")).toBe(401);
    expect((await preflightWith("b", {})).green).toBe(false);
    await world.client.replaceCredential(world.sandbox.id, "b");
    const report = await preflightWith("b", {});
    expect(report.green).toBe(true);
    expect(outcomeOf(report, "b", "ats-credential")).toMatchObject({ found: "no call yet" });
  });
});

describe("the preflight over TLS", () => {
  it("is green with a certificate of an authority that the connection trusts", async () => {
    proves("REQ-08", { door: "http" });
    const { endpoint } = await partnerOf("a", { tls: authority.issue() });
    const report = await preflightWith("a", { endpoint, trustedCertificates: authority.pem });
    expect(report.green).toBe(true);
    expect(outcomeOf(report, "a", "tls")).toMatchObject({ kind: "green" });
    expect(outcomeOf(report, "a", "address")).toMatchObject({ kind: "green" });
  });

  it.each([
    ["expired", authority.issue({ validFrom: -9, validUntil: -1 }), /certificate has expired/u],
    ["not valid yet", authority.issue({ validFrom: 1, validUntil: 9 }), /is not valid yet/u],
    ["self-signed", selfSigned(), /self-signed.*enter that authority's certificate/u],
    ["another host's", authority.issue({ address: "127.0.0.2" }), /for another host/u],
    ["of an unknown authority", stranger.issue(), /unknown authority/u],
  ])("is red, and says why, when the certificate is %s", async (_what, tls, reason) => {
    const { endpoint, calls } = await partnerOf("b", { tls });
    const report = await preflightWith("b", { endpoint, trustedCertificates: authority.pem });
    expectOnlyRed(report, ["b", "tls"], reason);
    expect(outcomeOf(report, "b", "address")).toMatchObject({ kind: "green" });
    expect(outcomeOf(report, "b", "package-list")).toMatchObject({ kind: "not-exercised" });
    expect(calls).toEqual([]);
  });

  it("is red when the authority is one that the connection does not name", async () => {
    const { endpoint } = await partnerOf("a", { tls: authority.issue() });
    expectOnlyRed(await preflightWith("a", { endpoint }), ["a", "tls"], /unknown authority/u);
  });

  it("is red for an endpoint that speaks no TLS newer than 1.1", async () => {
    const old = {
      ...authority.issue(),
      minVersion: "TLSv1" as const,
      maxVersion: "TLSv1.1" as const,
      ciphers: "DEFAULT@SECLEVEL=0",
    };
    const { endpoint } = await partnerOf("a", { tls: old });
    const report = await preflightWith("a", { endpoint, trustedCertificates: authority.pem });
    expectOnlyRed(report, ["a", "tls"], /TLS 1\.2 or newer/u);
  });

  it("is red when the port speaks plain HTTP", async () => {
    const { port } = await partnerOf("a");
    const report = await preflightWith("a", { endpoint: `https://127.0.0.1:${port}` });
    expectOnlyRed(report, ["a", "tls"], /does not speak TLS/u);
  });

  it("takes no certificates that cannot be read, and keeps the setup as it was", async () => {
    await preflightWith("a", {});
    const broken = preflightWith("b", {
      endpoint: "http://127.0.0.1:9",
      trustedCertificates: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
    });
    await expect(broken).rejects.toMatchObject({
      status: 400,
      code: "CONNECTION-CERTIFICATES-INVALID",
    });
    expect((await world.client.preflight(world.sandbox.id)).green).toBe(true);
  });

  it("does not apply to plain HTTP on this machine, and the report of a run says so", async () => {
    expect(outcomeOf(await preflightWith("a", {}), "a", "tls")).toMatchObject({
      kind: "not-applicable",
    });
    const { runId, preflight } = await world.validate();
    const tls = preflight.items.filter(({ id }) => id === "tls");
    expect(tls.map(({ region, outcome }) => [region, outcome.kind])).toEqual([
      ["a", "not-applicable"],
      ["b", "not-applicable"],
    ]);
    const page = await world.client.printReport(runId, "html");
    expect(page).toContain("The connection is protected by TLS");
    expect(page).toContain("not-applicable");
    expect(page).toContain("nothing crosses a network that TLS would protect");
  });
});

describe("the preflight of an address", () => {
  it("names a refused connection", async () => {
    const report = await preflightWith("a", { endpoint: await deafEndpoint() });
    expectOnlyRed(report, ["a", "address"], /connection-refused.*Start the endpoint/u);
    expect(outcomeOf(report, "a", "authentication-accepted")).toMatchObject({
      kind: "not-exercised",
    });
  });

  it("names a host that DNS does not know", async () => {
    // A label of more than 63 characters cannot exist: the resolver says so without asking the network.
    const endpoint = `http://${"nowhere".repeat(10)}.example.test`;
    const { items } = await preflightWith("b", { endpoint });
    const reds = items.filter(({ outcome }) => outcome.kind === "red");
    expect(reds.map(({ region, id }) => [region, id])).toEqual([
      ["b", "address"],
      ["b", "tls"],
    ]);
    expect(reds[0]?.outcome).toMatchObject({
      found: expect.stringMatching(/^name-not-resolved: the host name was not found/u),
      toDo: "Correct the host name, or publish it in DNS.",
    });
    expect(reds[1]?.outcome).toMatchObject({ expected: "an https address" });
  });

  it("names a host that DNS does not know also behind https", async () => {
    const endpoint = `https://${"nowhere".repeat(10)}.example.test`;
    expectOnlyRed(await preflightWith("b", { endpoint }), ["b", "address"], /name-not-resolved/u);
  });

  it("names an endpoint that hangs up", async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const report = await preflightWith("a", { endpoint: `http://127.0.0.1:${port}` });
    server.close();
    expectOnlyRed(report, ["a", "address"], /connection-reset.*log of the endpoint/u);
  });
});

describe("the preflight of what the endpoint answers", () => {
  const listOf = (answer: Partial<PartnerAnswer>): PartnerScript => {
    const welcome = welcoming(platformLogin.b, packageOf("b"));
    return (call) => {
      const usual = welcome(call);
      return usual?.status === 200 ? { ...usual, ...answer } : usual;
    };
  };

  it.each([
    ["an hour ahead", hourMs, /60 minutes ahead.*Synchronise/u],
    ["an hour behind", -hourMs, /60 minutes behind.*Synchronise/u],
  ])("names a clock that is %s", async (_what, offMs, text) => {
    const date = new Date(Date.now() + offMs).toUTCString();
    const { endpoint } = await partnerOf("b", { script: listOf({ headers: { date } }) });
    expectOnlyRed(await preflightWith("b", { endpoint }), ["b", "clock-skew"], text);
  });

  it("names credentials that the endpoint refuses", async () => {
    const report = await preflightWith("b", {
      authentication: { method: "basic", username: "platform-b", password: "another one" },
    });
    expectOnlyRed(report, ["b", "authentication-accepted"], /status 401.*for this customer/u);
    expect(outcomeOf(report, "b", "authentication-refused")).toMatchObject({ kind: "green" });
    expect(outcomeOf(report, "b", "package-list")).toMatchObject({ kind: "not-exercised" });
    await world.client.savePartnerSetup(world.sandbox.id, world.setup);
  });

  it("warns of an endpoint that lets everybody in, which a run judges", async () => {
    const body = { packages: [{ packageId: packageOf("a"), name: "Numbers", active: true }] };
    const { endpoint } = await partnerOf("a", { script: () => ({ status: 200, body }) });
    const report = await preflightWith("a", { endpoint });
    expect(outcomeOf(report, "a", "authentication-refused")).toMatchObject({
      kind: "amber",
      found: "status 200",
      toDo: "Check user name and password of every call.",
    });
    expect(report.green).toBe(true);
  });

  const listedAs = (packages: unknown): Partial<PartnerAnswer> => ({ body: { packages } });
  it.each<readonly [string, Partial<PartnerAnswer>, RegExp]>([
    ["is empty", listedAs([]), /0 packages, none active/u],
    [
      "has no active package",
      listedAs([{ packageId: "x", name: "X", active: false }]),
      /none act/u,
    ],
    ["lacks a name", listedAs([{ packageId: "x", active: true }]), /packages\.0\.name is missing/u],
    ["is an array", { body: [] }, /the body must be object/u],
    ["is a page", { body: "<html><p>Welcome</p></html>" }, /the body is no JSON/u],
    ["is not found", { status: 404 }, /status 404/u],
    ["is a redirect", { status: 302, headers: { location: "/elsewhere" } }, /status 302/u],
    ["is a failure", { status: 500 }, /status 500/u],
  ])("names a package list that %s", async (_what, answer, text) => {
    const { endpoint } = await partnerOf("b", { script: listOf(answer) });
    const report = await preflightWith("b", { endpoint });
    expectOnlyRed(report, ["b", "package-list"], text);
    expectOnlyRed(report, ["b", "package-list"], /Answer GET \/packages\?customerId=\d+ as the/u);
  });
});

describe("the preflight of the enablement sheet", () => {
  it.each(["a", "b"] as const)("names the other tenant's customer id, in %s", async (region) => {
    proves("REQ-23", { door: "http" });
    const { enablement } = world.setup.connections[region];
    const { customerId } = world.sandbox.tenants[otherOf[region]];
    const report = await preflightWith(region, { enablement: { ...enablement, customerId } });
    expectOnlyRed(report, [region, "enablement-sheet"], new RegExp(`${customerId}.*differs per`));
  });

  it("names package ids that the endpoint does not offer", async () => {
    const { enablement } = world.setup.connections.b;
    const packageIds = [...enablement.packageIds, packageOf("a")];
    const report = await preflightWith("b", { enablement: { ...enablement, packageIds } });
    expectOnlyRed(report, ["b", "enablement-sheet"], /pk-b-7.*\| pk-a-1 \|.*on the sheet/u);
  });

  it("warns of a sheet whose features are not those of the declaration", async () => {
    const { enablement } = world.setup.connections.a;
    const report = await preflightWith("a", {
      enablement: { ...enablement, optionalFeatures: [] },
    });
    expect(outcomeOf(report, "a", "enablement-sheet")).toMatchObject({
      kind: "amber",
      found: "no optional feature on the enablement sheet",
    });
    expect(outcomeOf(report, "b", "enablement-sheet")).toMatchObject({ kind: "green" });
    expect(report.green).toBe(true);
  });
});

describe("a run", () => {
  it("cannot start red: the refusal carries the report, and no run is left", async () => {
    proves("REQ-08", { door: "http" });
    const { client, sandbox } = world;
    const before = await client.listRuns(sandbox.id);
    await preflightWith("a", { endpoint: await deafEndpoint() });
    const refused: unknown = await client.startRun(sandbox.id).catch((error: unknown) => error);
    if (!(refused instanceof PlatformRefusedProblem)) throw refused;
    expect(refused).toMatchObject({ status: 422, code: "RUN-PREFLIGHT-RED" });
    expect(refused.message).toContain("found a fault of configuration: address in tenant a");
    if (refused.document.preflight === undefined) throw new Error("Expected the report.");
    expectOnlyRed(refused.document.preflight, ["a", "address"], /connection-refused/u);
    expect(await client.listRuns(sandbox.id)).toEqual(before);
  });

  it("starts as soon as the fault is mended", async () => {
    const { client, sandbox, setup } = world;
    await client.savePartnerSetup(sandbox.id, setup);
    const run = await client.startRun(sandbox.id);
    expect(run.state).toBe("driving");
    await client.cancelRun(run.id);
  });
});
