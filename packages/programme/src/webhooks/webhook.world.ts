import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

import { defaultOutboundSettings } from "@slipway/event-delivery";

import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";
import { createWebhookWorker, type WebhookWorker } from "./webhook-worker.ts";
import type { WebhookMessage, WebhookWithSecret } from "./webhook.ts";

/** A programme whose clock stands still, receivers on real sockets, and workers between them. */
export interface WebhookWorld {
  readonly world: ProgrammeWorld;
  readonly receive: () => Promise<Receiver>;
  readonly add: (receiver: Receiver) => Promise<WebhookWithSecret>;
  readonly startWorker: (options?: { readonly isAlone?: boolean }) => Promise<WebhookWorker>;
  readonly advance: (byMs: number) => Promise<void>;
  readonly log: (webhookId: string) => Promise<readonly WebhookMessage[]>;
  readonly close: () => Promise<void>;
}

export interface ReceivedCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly calls: readonly ReceivedCall[];
  /** From now on; at first 204. `hangs` answers never, a function by itself. */
  readonly conduct: (how: number | "hangs" | ((response: ServerResponse) => void)) => void;
}

export async function openWebhookWorld(): Promise<WebhookWorld> {
  const world = await openProgrammeWorld();
  const closing: (() => Promise<void>)[] = [];
  const { programme, parts } = world;
  await programme.moveClock({ kind: "freeze" });
  return {
    world,
    receive: async () => startReceiver(closing),
    add: async ({ url }) =>
      programme.addWebhook({
        ...{ organisation: "programme", url },
        eventTypes: ["run.finished", "decision.made", "deadline.opened", "standing.changed"],
      }),
    startWorker: async ({ isAlone = true } = {}) => {
      const worker = createWebhookWorker({
        ...{ parts, isAlone, userAgent: "Slipway/test", lookEveryMs: 100 },
        outbound: { ...defaultOutboundSettings, timeoutMs: 1500, allowPrivateAddresses: true },
        onTrouble: () => undefined,
      });
      await worker.start();
      closing.push(worker.stop);
      return worker;
    },
    advance: async (byMs) => {
      await programme.moveClock({ kind: "advance", byMs });
    },
    log: async (webhookId) => programme.listWebhookMessages({ webhookId, limit: 100 }),
    close: async () => {
      for (const close of closing.toReversed()) await close();
      await world.close();
    },
  };
}

async function startReceiver(closing: (() => Promise<void>)[]): Promise<Receiver> {
  const calls: ReceivedCall[] = [];
  let how: Parameters<Receiver["conduct"]>[0] = 204;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      calls.push({ headers: request.headers, body });
      if (typeof how === "function") how(response);
      else if (how !== "hangs") response.writeHead(how).end(how === 204 ? "" : "no thanks");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return {
    // A listening server of this kind has an address with a port.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks?from=slipway`,
    calls,
    conduct: (next) => {
      how = next;
    },
  };
}
