import { gzipSync } from "node:zlib";

import { afterEach, describe, expect, it } from "vitest";

import { answerOf, attempt, callTo, failureOf, textOf } from "./attempt.world.ts";
import { pour, startBadServer, type BadServer } from "./bad-server.world.ts";

const mebibyte = 1_048_576;

describe("an attempt at a partner that misbehaves", () => {
  const servers: BadServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(async (server) => server.close()));
  });
  const serving: typeof startBadServer = async (...behaviour) => {
    const server = await startBadServer(...behaviour);
    servers.push(server);
    return server;
  };
  const answering = async (bytes: string | Buffer): Promise<BadServer> =>
    serving((socket) => void socket.end(bytes));

  it("gives up on an endpoint that hangs, and closes the connection", async () => {
    const server = await serving(() => undefined);
    const failure = failureOf(await attempt(callTo(server.endpoint)));
    expect(failure).toMatchObject({
      reason: "timed-out",
      detail: "no byte of an answer arrived within 0.5 s",
      body: { bytes: undefined },
    });
    await server.closedByClient;
    expect(server.requests()).toBe(1);
  });

  it("gives up on an answer of one byte at a time, and keeps what arrived", async () => {
    const server = await serving((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
      const timer = setInterval(() => socket.write("x"), 20);
      socket.on("close", () => clearInterval(timer));
    });
    const failure = failureOf(await attempt(callTo(server.endpoint)));
    expect(failure).toMatchObject({
      reason: "timed-out",
      detail: "the answer began with status 200 and was not complete within 0.5 s",
      body: { cut: { limitBytes: mebibyte, reason: "too-slow" } },
    });
    expect(textOf(failure)).toMatch(/^x+$/);
    await server.closedByClient;
  });

  it("gives up on headers of one byte at a time, and keeps what arrived", async () => {
    const server = await serving((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nX-Slow: ");
      const timer = setInterval(() => socket.write("x"), 20);
      socket.on("close", () => clearInterval(timer));
    });
    const failure = failureOf(await attempt(callTo(server.endpoint)));
    expect(failure).toMatchObject({
      reason: "timed-out",
      detail: "the headers of the answer were not complete within 0.5 s",
      body: { cut: { reason: "too-slow" } },
    });
    expect(textOf(failure)).toMatch(/^HTTP\/1\.1 200 OK\r\nX-Slow: x+$/);
  });

  it("cuts a 1 GB answer at the limit, and closes the connection", async () => {
    const written: (() => number)[] = [];
    const server = await serving((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
      written.push(pour(socket, Buffer.alloc(65_536, "x"), 1_073_741_824));
    });
    const answer = answerOf(await attempt(callTo(server.endpoint), { timeoutMs: 10_000 }));
    expect(answer.status).toBe(200);
    expect(answer.body.bytes).toHaveLength(mebibyte);
    expect(answer.body.cut).toEqual({ limitBytes: mebibyte, reason: "too-long" });
    await server.closedByClient;
    // Beyond the limit: what the sockets of both sides held.
    expect(written[0]?.()).toBeLessThan(64 * mebibyte);
  });

  it("keeps no more of a body that arrives in single bytes than of one in large chunks", async () => {
    const server = await serving((socket) => {
      socket.setNoDelay(true);
      socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      pour(socket, Buffer.from("1\r\nx\r\n".repeat(8000)), 6 * 8000 * 40);
    });
    const answer = answerOf(
      await attempt(callTo(server.endpoint), { timeoutMs: 10_000, maxAnswerBytes: 100_000 }),
    );
    expect(answer.body.bytes).toHaveLength(100_000);
    expect(answer.body.bytes?.buffer.byteLength).toBeLessThanOrEqual(131_072);
  });

  it("cuts a gzip bomb by what it expands to", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * mebibyte));
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`;
    const server = await answering(Buffer.concat([Buffer.from(head), bomb]));
    const answer = answerOf(await attempt(callTo(server.endpoint)));
    expect(answer.body.bytes).toHaveLength(mebibyte);
    expect(answer.body.cut).toEqual({ limitBytes: mebibyte, reason: "expands-too-far" });
  });

  it("reads a compressed answer", async () => {
    const body = gzipSync('{"partnerOrderId":"p-1"}');
    const head = `HTTP/1.1 202 Accepted\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`;
    const server = await answering(Buffer.concat([Buffer.from(head), body]));
    expect(textOf(answerOf(await attempt(callTo(server.endpoint))))).toBe(
      '{"partnerOrderId":"p-1"}',
    );
  });

  it("keeps a body as it came that only claims to be compressed", async () => {
    const server = await answering(
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
    );
    expect(textOf(answerOf(await attempt(callTo(server.endpoint))))).toBe("hello");
  });

  it("cuts headers that do not end, and keeps what arrived", async () => {
    const server = await serving((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      pour(socket, Buffer.from(`X-More: ${"y".repeat(1000)}\r\n`), 1_073_741_824);
    });
    const failure = failureOf(await attempt(callTo(server.endpoint), { timeoutMs: 10_000 }));
    expect(failure).toMatchObject({
      reason: "malformed-answer",
      detail: "the headers of the answer do not end",
      body: { cut: { limitBytes: 32_768, reason: "too-many-headers" } },
    });
    expect(failure.body.bytes?.length).toBeLessThanOrEqual(32_768);
    expect(textOf(failure)).toMatch(/^HTTP\/1\.1 200 OK\r\nX-More: y/);
    await server.closedByClient;
  });

  it("keeps bytes that are no UTF-8 as bytes", async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]);
    const server = await answering(
      Buffer.concat([Buffer.from("HTTP/1.1 400 Bad Request\r\nContent-Length: 5\r\n\r\n"), bytes]),
    );
    const answer = answerOf(await attempt(callTo(server.endpoint)));
    expect(Buffer.from(answer.body.bytes ?? [])).toEqual(bytes);
  });

  it.each([
    ["HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "short"],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "hello"],
  ])("calls an answer malformed that ends too early: %j", async (bytes, kept) => {
    const server = await answering(bytes);
    const failure = failureOf(await attempt(callTo(server.endpoint)));
    expect(failure.reason).toBe("malformed-answer");
    expect(textOf(failure)).toBe(kept);
  });

  it.each([
    "SSH-2.0-OpenSSH_9.2\r\n",
    "<html>no head</html>",
    "HTTP/1.1 OK\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n",
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "HTTP/1.1 100 Continue\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Le",
  ])("calls %j malformed and keeps it", async (bytes) => {
    const server = await answering(bytes);
    const failure = failureOf(await attempt(callTo(server.endpoint)));
    expect(failure.reason).toBe("malformed-answer");
    expect(textOf(failure)).toBe(bytes);
  });

  it("says what is wrong with an answer that is no HTTP", async () => {
    const server = await answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    expect(failureOf(await attempt(callTo(server.endpoint)))).toMatchObject({
      reason: "malformed-answer",
      detail: expect.stringContaining("Invalid character in chunk size"),
    });
  });

  it("takes an answer after announcements of it", async () => {
    const server = await answering(
      "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    );
    expect(textOf(answerOf(await attempt(callTo(server.endpoint))))).toBe("ok");
  });

  it("reads a body that ends with the connection", async () => {
    const server = await answering("HTTP/1.0 200 OK\r\n\r\nuntil the end");
    expect(textOf(answerOf(await attempt(callTo(server.endpoint))))).toBe("until the end");
  });

  it("names a connection closed without an answer, and does not try again", async () => {
    const server = await serving((socket) => void socket.end());
    expect(failureOf(await attempt(callTo(server.endpoint)))).toMatchObject({
      reason: "connection-reset",
      detail: "the connection was closed before any byte of an answer",
    });
    expect(server.requests()).toBe(1);
  });

  it("names a connection that was reset, and does not try again", async () => {
    const server = await serving((socket) => void socket.resetAndDestroy());
    expect(failureOf(await attempt(callTo(server.endpoint)))).toMatchObject({
      reason: "connection-reset",
      detail: "the connection was reset before any byte of an answer",
    });
    expect(server.requests()).toBe(1);
  });

  it("names a connection that was refused", async () => {
    const server = await startBadServer(() => undefined);
    await server.close();
    expect(failureOf(await attempt(callTo(server.endpoint)))).toMatchObject({
      reason: "connection-refused",
      detail: "nothing listens at the address",
    });
  });

  it("names a host that does not exist", async () => {
    const resolveHost = async (): Promise<never> => {
      throw Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
    };
    const call = callTo("http://nobody.example.test:8080");
    expect(failureOf(await attempt(call, { resolveHost }))).toMatchObject({
      reason: "name-not-resolved",
      detail: "the host name was not found (ENOTFOUND)",
    });
  });

  it("measures from the first byte out, and tells connecting apart", async () => {
    const server = await serving((socket) => {
      setTimeout(() => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), 60);
    });
    const resolveHost = async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return [{ address: "127.0.0.1", family: 4 }];
    };
    const call = callTo(`http://partner.example.test:${server.port}`);
    const { connectMs, durationMs } = await attempt(call, { resolveHost, timeoutMs: 10_000 });
    expect(connectMs).toBeGreaterThan(190);
    expect(durationMs).toBeGreaterThan(50);
    // Both together began before the 200 ms of resolving: had they been counted as the partner's, this would not hold.
    expect(durationMs).toBeLessThan(connectMs + durationMs - 190);
  });
});
