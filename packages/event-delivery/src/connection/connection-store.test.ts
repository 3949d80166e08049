import { shiftedClock, systemClock } from "@slipway/foundation";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { createAuthority } from "../certificates.world.ts";
import { createDeliveryWorld, testIds, type DeliveryWorld } from "../delivery.world.ts";
import { createConnectionStore, type ConnectionEntry } from "./connection-store.ts";
import { parseConnectionRow, type ConnectionRow } from "./connection-row.ts";
import { openCredentials } from "./open-credentials.ts";

const hourMs = 3_600_000;

describe("partner connections", () => {
  let world: DeliveryWorld;
  let entry: ConnectionEntry;

  beforeAll(async () => {
    world = await createDeliveryWorld();
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    await world.database.pool.query("delete from partner_connection");
    entry = {
      sandboxId: world.sandboxId,
      region: "a",
      endpoint: "https://partner.example.test/prime/",
      authentication: { scheme: "basic", username: "slipway" },
      secret: { scheme: "basic", password: "first secret" },
      enablement: { packageIds: ["p-100"] },
    };
  });

  async function row(): Promise<ConnectionRow> {
    const { rows } = await world.database.pool.query<ConnectionRow>(
      "select * from partner_connection",
    );
    if (rows[0] === undefined) throw new Error("Expected a connection, found none");
    return rows[0];
  }
  async function secretsInUse(): Promise<readonly string[]> {
    const credentials = await openCredentials(
      parseConnectionRow(await row()),
      world.context.vault,
      {
        credentials: "configured",
        deliveryId: testIds.uuid(),
        at: new Date(),
        tokenOf: async () => {
          throw new Error("Basic needs no token");
        },
      },
    );
    const url = new URL("https://partner.example.test/");
    const call = { method: "GET", url, contentType: undefined, body: undefined };
    const [[, header] = ["", ""]] = credentials.prove(call);
    const sent = Buffer.from(header.slice("Basic ".length), "base64").toString();
    return [sent, ...credentials.secrets];
  }

  it("gives back what was saved, without the secret", async () => {
    const saved = await world.connections.saveConnection(entry);
    expect(saved).toMatchObject({
      endpoint: "https://partner.example.test/prime",
      authentication: { scheme: "basic", username: "slipway" },
      enablement: { packageIds: ["p-100"] },
      hasSecret: true,
      previousSecretUntil: undefined,
    });
    expect(await world.connections.loadConnection(world.sandboxId, "a")).toEqual(saved);
    expect(JSON.stringify(saved)).not.toMatch(/secret"?:.*first|sealed/);
  });

  it("knows nothing of a connection that was never entered", async () => {
    expect(await world.connections.loadConnection(world.sandboxId, "b")).toBeUndefined();
  });

  it("keeps the secret out of the database in any readable form", async () => {
    await world.connections.saveConnection(entry);
    const { rows } = await world.database.pool.query<{ whole: string }>(
      "select partner_connection::text as whole, encode(secret_ciphertext, 'escape') as escaped from partner_connection",
    );
    expect(JSON.stringify(rows)).not.toContain("first secret");
  });

  it("uses a new secret at once and keeps the one before it for the overlap", async () => {
    await world.connections.saveConnection(entry);
    const saved = await world.connections.saveConnection({
      ...entry,
      secret: { scheme: "basic", password: "second secret" },
    });
    expect(saved.previousSecretUntil?.getTime()).toBeGreaterThan(Date.now() + 23 * hourMs);
    const [sent, ...known] = await secretsInUse();
    expect(sent).toBe("slipway:second secret");
    expect(known).toEqual(expect.arrayContaining(["first secret", "second secret"]));
  });

  it("keeps the secret when only the address changes", async () => {
    await world.connections.saveConnection(entry);
    const { secret: _secret, enablement: _enablement, ...withoutSecret } = entry;
    const saved = await world.connections.saveConnection({
      ...withoutSecret,
      endpoint: "https://moved.example.test",
    });
    expect(saved).toMatchObject({
      endpoint: "https://moved.example.test",
      hasSecret: true,
      previousSecretUntil: undefined,
      enablement: { packageIds: ["p-100"] },
    });
    expect((await secretsInUse())[0]).toBe("slipway:first secret");
  });

  it("restores the secret before within the overlap, and not after it", async () => {
    await world.connections.saveConnection(entry);
    await world.connections.saveConnection({
      ...entry,
      secret: { scheme: "basic", password: "second secret" },
    });
    expect(await world.connections.restorePreviousSecret(world.sandboxId, "a")).toBe(true);
    expect((await secretsInUse())[0]).toBe("slipway:first secret");
    const later = createConnectionStore({
      database: world.database,
      vault: world.context.vault,
      clock: shiftedClock(systemClock, 25 * hourMs),
    });
    expect(await later.restorePreviousSecret(world.sandboxId, "a")).toBe(false);
    expect((await secretsInUse())[0]).toBe("slipway:first secret");
  });

  it("erases a secret past its overlap with the next save", async () => {
    await world.connections.saveConnection(entry);
    await world.connections.saveConnection({
      ...entry,
      secret: { scheme: "basic", password: "second secret" },
    });
    const later = createConnectionStore({
      database: world.database,
      vault: world.context.vault,
      clock: shiftedClock(systemClock, 25 * hourMs),
    });
    await later.saveConnection({ ...entry, region: "b" });
    const { rows } = await world.database.pool.query(
      "select previous_secret_ciphertext as sealed, previous_valid_until as until from partner_connection where region = 'a'",
    );
    expect(rows).toEqual([{ sealed: null, until: null }]);
    expect((await secretsInUse())[0]).toBe("slipway:second secret");
  });

  it.each([
    ["partner.example.test", "it is no absolute address"],
    ["ftp://partner.example.test", "its scheme is ftp:"],
    ["https://partner.example.test/?x=1", "it has a query or a fragment"],
    ["https://partner.example.test/#x", "it has a query or a fragment"],
  ])("refuses %s as an endpoint", async (endpoint, why) => {
    await expect(world.connections.saveConnection({ ...entry, endpoint })).rejects.toMatchObject({
      code: "CONNECTION-ENDPOINT-INVALID",
      message: expect.stringContaining(`found "${endpoint}": ${why}.`),
    });
  });

  it("refuses credentials in the address, and does not repeat them", async () => {
    const endpoint = "https://user:hidden@partner.example.test/prime";
    const refused = world.connections.saveConnection({ ...entry, endpoint });
    await expect(refused).rejects.toMatchObject({ code: "CONNECTION-ENDPOINT-INVALID" });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining("hidden") });
  });

  it("takes certificates of further authorities, and refuses what is none", async () => {
    const { pem } = createAuthority("Another Authority");
    const saved = await world.connections.saveConnection({ ...entry, trustedCertificates: pem });
    expect(saved.trustedCertificates).toBe(pem);
    const broken = pem.replace("MII", "QQQ");
    for (const trustedCertificates of ["no certificate", broken])
      await expect(
        world.connections.saveConnection({ ...entry, trustedCertificates }),
      ).rejects.toMatchObject({ code: "CONNECTION-CERTIFICATES-INVALID" });
  });
});
