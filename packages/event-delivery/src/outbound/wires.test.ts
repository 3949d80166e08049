import { systemClock } from "@slipway/foundation";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { attemptDelivery } from "../attempt-delivery.ts";
import { answerOf, callTo } from "../attempt.world.ts";
import { startBadServer, type BadServer } from "../bad-server.world.ts";
import { defaultOutboundSettings } from "./outbound-settings.ts";
import { openWires, type Wires } from "./wires.ts";

const settings = {
  ...defaultOutboundSettings,
  timeoutMs: 2000,
  maxIdleWires: 2,
  allowPrivateAddresses: true,
};

describe("the connections to partners", () => {
  let wires: Wires;
  const servers: BadServer[] = [];

  beforeEach(() => {
    wires = openWires(settings);
  });
  afterEach(async () => {
    await wires.close();
    await Promise.all(servers.splice(0).map(async (server) => server.close()));
  });
  async function partner(...answers: readonly string[]): Promise<BadServer> {
    const server = await startBadServer((socket, nth) => {
      socket.write(answers[nth - 1] ?? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    servers.push(server);
    return server;
  }
  async function call(server: BadServer): Promise<number> {
    const result = await attemptDelivery(callTo(server.endpoint), {
      wires,
      settings,
      clock: systemClock,
      tenantClock: systemClock,
    });
    return answerOf(result).status;
  }

  it("are used again by the next call to the same partner", async () => {
    const server = await partner();
    for (let n = 0; n < 3; n += 1) expect(await call(server)).toBe(200);
    expect(server.connections()).toBe(1);
  });

  it("carry one call at a time", async () => {
    const server = await partner();
    expect(await Promise.all([call(server), call(server), call(server)])).toEqual([200, 200, 200]);
    expect(server.connections()).toBe(3);
  });

  it("are not used again after an answer that was cut", async () => {
    const long = `HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n${"x".repeat(1_100_000)}`;
    const server = await partner(long);
    expect(await call(server)).toBe(200);
    expect(await call(server)).toBe(200);
    expect(server.connections()).toBe(2);
    await server.closedByClient;
  });

  it("are closed, the longest unused first, when more are idle than are kept", async () => {
    const [first, second, third] = [await partner(), await partner(), await partner()];
    for (const server of [first, second, third]) await call(server);
    await first.closedByClient;
    for (const server of [third, second]) await call(server);
    expect([second.connections(), third.connections()]).toEqual([1, 1]);
  });

  it("are made anew when the partner closed them while idle", async () => {
    const server = await partner(
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    );
    expect(await call(server)).toBe(200);
    await server.closedByClient;
    expect(await call(server)).toBe(200);
    expect(server.connections()).toBe(2);
  });
});
