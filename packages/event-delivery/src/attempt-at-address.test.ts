import { describe, expect, it } from "vitest";

import { answerOf, attempt, callTo, failureOf } from "./attempt.world.ts";
import { startBadServer } from "./bad-server.world.ts";

describe("addresses that a call may reach", () => {
  it("refuses a literal private address before anything is connected", async () => {
    const server = await startBadServer(() => undefined);
    const result = await attempt(callTo(server.endpoint), { allowPrivateAddresses: false });
    expect(failureOf(result)).toMatchObject({ reason: "address-forbidden" });
    expect(failureOf(result).detail).toContain("found 127.0.0.1.");
    expect(server.connections()).toBe(0);
    await server.close();
  });

  it("refuses a name when any of its addresses is private", async () => {
    const server = await startBadServer(() => undefined);
    const resolveHost = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    const result = await attempt(callTo(`http://partner.example.test:${server.port}`), {
      allowPrivateAddresses: false,
      resolveHost,
    });
    expect(failureOf(result).detail).toContain(
      "found partner.example.test (93.184.216.34, 127.0.0.1).",
    );
    expect(server.connections()).toBe(0);
    await server.close();
  });

  it("connects to the address that was checked, also when the name changes its mind", async () => {
    const server = await startBadServer(
      (socket) => void socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
    );
    let lookups = 0;
    const resolveHost = async () => {
      lookups += 1;
      return [{ address: lookups === 1 ? "127.0.0.1" : "169.254.169.254", family: 4 }];
    };
    const call = callTo(`http://partner.example.test:${server.port}`);
    expect(answerOf(await attempt(call, { resolveHost })).status).toBe(200);
    expect(lookups).toBe(1);
    expect(failureOf(await attempt(call, { resolveHost })).reason).toBe("address-forbidden");
    expect(server.connections()).toBe(1);
    await server.close();
  });
});
