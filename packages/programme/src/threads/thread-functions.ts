import type { ProgrammeParts } from "../programme-parts.ts";
import { assignThread, resolveThread, writeInThread, type ThreadAct } from "./move-thread.ts";
import { openThread, type OpenThread } from "./open-thread.ts";
import { listThreads, loadThread, type ThreadQuery } from "./thread.store.ts";
import type { Thread } from "./thread.ts";

/** Questions of partners where they are stuck, and the answers of Developer Support. */
export interface ThreadFunctions {
  readonly openThread: (input: OpenThread) => Promise<Thread>;
  /** Whoever has waited longest for an answer first. */
  readonly listThreads: (query?: ThreadQuery) => Promise<readonly Thread[]>;
  readonly loadThread: (id: string) => Promise<Thread>;
  readonly writeInThread: (input: ThreadAct & { readonly text: string }) => Promise<Thread>;
  readonly resolveThread: (input: ThreadAct & { readonly reason: string }) => Promise<Thread>;
  readonly assignThread: (input: ThreadAct & { readonly accountId?: string }) => Promise<Thread>;
}

export function threadFunctions(parts: ProgrammeParts): ThreadFunctions {
  const { queries } = parts.database;
  return {
    openThread: async (input) => openThread(parts, input),
    listThreads: async (query = {}) => listThreads(queries, query),
    loadThread: async (id) => loadThread(queries, id),
    writeInThread: async (input) => writeInThread(parts, input),
    resolveThread: async (input) => resolveThread(parts, input),
    assignThread: async (input) => assignThread(parts, input),
  };
}
