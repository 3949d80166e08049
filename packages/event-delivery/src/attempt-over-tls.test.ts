import type { TlsOptions } from "node:tls";

import { afterEach, describe, expect, it } from "vitest";

import { answerOf, attempt, callTo, failureOf, textOf } from "./attempt.world.ts";
import { startBadServer, type BadServer } from "./bad-server.world.ts";
import { createAuthority, selfSigned } from "./certificates.world.ts";
import type { Attempt } from "./attempt-delivery.ts";

const host = "partner.example.test";
const authority = createAuthority("Test Authority");
const stranger = createAuthority("Unknown Authority");

describe("an attempt over TLS", () => {
  const servers: BadServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(async (server) => server.close()));
  });
  const okTo = async (tls: TlsOptions): Promise<BadServer> => {
    const server = await startBadServer(
      (socket) => void socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
      tls,
    );
    servers.push(server);
    return server;
  };
  const attemptAt = async ({ port }: BadServer, trusted?: string): Promise<Attempt> =>
    attempt(callTo(`https://${host}:${port}`, trusted), {
      resolveHost: async () => [{ address: "127.0.0.1", family: 4 }],
    });

  it("goes through with a certificate of an authority that the connection trusts", async () => {
    const server = await okTo(authority.issue({ host }));
    expect(textOf(answerOf(await attemptAt(server, authority.pem)))).toBe("ok");
  });

  it("still trusts the well-known authorities alone when the connection names none", async () => {
    const server = await okTo(authority.issue({ host }));
    expect(failureOf(await attemptAt(server))).toMatchObject({
      reason: "tls-failed",
      detail: expect.stringContaining("issued by an unknown authority"),
    });
    expect(server.requests()).toBe(0);
  });

  it.each([
    ["expired", { host, validDays: [-10, -1] as const }, "the certificate has expired"],
    ["not valid yet", { host, validDays: [1, 10] as const }, "the certificate is not valid yet"],
    ["for another host", { host: "other.example.test" }, "the certificate is for another host"],
  ])("refuses a certificate that is %s", async (_what, options, reason) => {
    const server = await okTo(authority.issue(options));
    const failure = failureOf(await attemptAt(server, authority.pem));
    expect(failure.reason).toBe("tls-failed");
    expect(failure.detail).toContain(reason);
    expect(server.requests()).toBe(0);
  });

  it("refuses a certificate that vouches for itself", async () => {
    const failure = failureOf(await attemptAt(await okTo(selfSigned({ host })), authority.pem));
    expect(failure).toMatchObject({
      reason: "tls-failed",
      detail: expect.stringContaining("the certificate is self-signed"),
    });
  });

  it("refuses a certificate of an authority that nobody named", async () => {
    const server = await okTo(stranger.issue({ host }));
    expect(failureOf(await attemptAt(server, authority.pem)).reason).toBe("tls-failed");
  });

  it("names a server that does not speak TLS", async () => {
    const server = await startBadServer(
      (socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
    );
    servers.push(server);
    expect(failureOf(await attemptAt(server))).toMatchObject({
      reason: "tls-failed",
      detail: expect.stringContaining("does not speak TLS"),
    });
  });

  it("names a server that closes while TLS is being set up", async () => {
    const server = await startBadServer((socket) => void socket.destroy());
    servers.push(server);
    expect(failureOf(await attemptAt(server))).toMatchObject({ reason: "tls-failed" });
  });

  it("gives up on a server that never answers the TLS greeting", async () => {
    const server = await startBadServer(() => undefined);
    servers.push(server);
    expect(failureOf(await attemptAt(server)).reason).toBe("timed-out");
    await server.closedByClient;
  });

  it("refuses a version of TLS that is too old", async () => {
    const server = await okTo({
      ...authority.issue({ host }),
      minVersion: "TLSv1",
      maxVersion: "TLSv1.1",
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    expect(failureOf(await attemptAt(server, authority.pem)).reason).toBe("tls-failed");
  });
});
