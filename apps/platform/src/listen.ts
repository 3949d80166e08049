import { EventEmitter, once } from "node:events";

import type { FastifyInstance } from "fastify";

import { portProblem, type ListenerAddress } from "./check-ports-free.ts";

/** A listener that answers. */
export interface Listening {
  /** Without a slash at the end. */
  readonly address: string;
  /** Takes no more requests, answers those in hand for as long as patience lasts, and leaves no connection open. */
  readonly close: () => Promise<void>;
}

export interface ListenOptions extends ListenerAddress {
  /** How long a request in hand may keep the listener from closing. */
  readonly patienceMs: number;
}

/** Opens a listener's port. Throws a StartingProblem when it cannot be had. */
export async function listen(app: FastifyInstance, options: ListenOptions): Promise<Listening> {
  const { host, port, patienceMs } = options;
  const answered = watchAnswers(app);
  try {
    const address = await app.listen({ host, port });
    return { address, close: async () => close(app, answered, patienceMs) };
  } catch (error) {
    await app.close();
    throw portProblem(options, error) ?? error;
  }
}

/**
 * The server itself waits for each connection to end. It ends the idle ones, yet takes one on which nothing was asked so far for
 * busy, and one whose answer is just being written stays open until its caller drops it.
 */
async function close(
  app: FastifyInstance,
  answered: () => Promise<void>,
  patienceMs: number,
): Promise<void> {
  const closed = app.close();
  const patience = setTimeout(() => {
    app.server.closeAllConnections();
  }, patienceMs);
  await Promise.race([answered(), closed]);
  app.server.closeAllConnections();
  await closed;
  clearTimeout(patience);
}

/** Resolves, when called, as soon as no request is in hand. */
function watchAnswers({ server }: FastifyInstance): () => Promise<void> {
  let inHand = 0;
  const answered = new EventEmitter();
  server.on("request", (_request, answer) => {
    inHand += 1;
    answer.once("close", () => {
      inHand -= 1;
      if (inHand === 0) answered.emit("all");
    });
  });
  return async () => {
    if (inHand > 0) await once(answered, "all");
  };
}
