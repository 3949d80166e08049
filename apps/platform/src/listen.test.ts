import { once } from "node:events";
import { connect, type Socket } from "node:net";

import Fastify from "fastify";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { listen, type Listening } from "./listen.ts";

const where = { listener: "platform", host: "127.0.0.1", port: 0, patienceMs: 10_000 } as const;

// Patience lasts until a test lets it end.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function start(answer = async (): Promise<string> => "answered"): Promise<Listening> {
  const app = Fastify();
  app.post("/", answer);
  return listen(app, where);
}

async function open({ address }: Listening, text = ""): Promise<Socket> {
  const socket = connect(Number(new URL(address).port), "127.0.0.1");
  await once(socket, "connect");
  if (text !== "") socket.write(text);
  return socket;
}

async function readToEnd(socket: Socket): Promise<string> {
  let read = "";
  for await (const chunk of socket.setEncoding("utf8")) read += String(chunk);
  return read;
}

it("ends a connection on which nothing was asked, and one that is kept for later", async () => {
  const listening = await start();
  const silent = await open(listening);
  await fetch(`${listening.address}/nothing`).then(async (answer) => answer.text());
  await listening.close();
  expect(await readToEnd(silent)).toBe("");
  await expect(fetch(listening.address)).rejects.toThrow();
});

it("answers the request in hand first", async () => {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const listening = await start(async () => {
    asked.resolve();
    await released.promise;
    return "answered";
  });
  const socket = await open(listening, "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n");
  await asked.promise;
  const closed = listening.close();
  released.resolve();
  expect(await readToEnd(socket)).toContain("answered");
  await closed;
});

it("has its patience end with a caller that never finishes its request", async () => {
  const listening = await start();
  const head = "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\nexpect: 100-continue\r\n\r\n";
  const socket = await open(listening, head);
  await once(socket, "data");
  const closed = listening.close();
  await vi.advanceTimersByTimeAsync(10_000);
  await closed;
  expect(await readToEnd(socket)).toBe("");
});
