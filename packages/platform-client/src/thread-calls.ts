import { part } from "./addresses.ts";
import type { ApiCalls } from "./lifecycle-calls.ts";
import type { Actor } from "./lifecycle.wire.ts";
import type { Thread, ThreadItem, ThreadQuery } from "./thread.wire.ts";

interface Acting {
  readonly actor?: Actor;
}

/** The calls about questions and answers. */
export interface ThreadCalls {
  readonly openThread: (
    integrationId: string,
    question: Acting & { readonly item: ThreadItem; readonly text: string },
  ) => Promise<Thread>;
  /** Whoever has waited longest for an answer first. */
  readonly listThreads: (query?: ThreadQuery) => Promise<readonly Thread[]>;
  readonly loadThread: (threadId: string) => Promise<Thread>;
  /** A question further on by the partner, an answer by Developer Support. */
  readonly writeInThread: (
    threadId: string,
    message: Acting & { readonly text: string },
  ) => Promise<Thread>;
  readonly resolveThread: (
    threadId: string,
    resolution: Acting & { readonly reason: string },
  ) => Promise<Thread>;
  /** Without an account it is Developer Support's as a whole. */
  readonly assignThread: (
    threadId: string,
    owner: Acting & { readonly accountId?: string },
  ) => Promise<Thread>;
}

export function threadCalls({ get, post, put }: ApiCalls): ThreadCalls {
  return {
    openThread: async (id, question) => post(`/integrations/${part(id)}/threads`, question),
    listThreads: async (query = {}) =>
      (
        await get<{ readonly threads: readonly Thread[] }>(
          `/threads?${new URLSearchParams({ ...query }).toString()}`,
        )
      ).threads,
    loadThread: async (id) => get(`/threads/${part(id)}`),
    writeInThread: async (id, message) => post(`/threads/${part(id)}/messages`, message),
    resolveThread: async (id, resolution) => post(`/threads/${part(id)}/resolution`, resolution),
    assignThread: async (id, owner) => put(`/threads/${part(id)}/owner`, owner),
  };
}
