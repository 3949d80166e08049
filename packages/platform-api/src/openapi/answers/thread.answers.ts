import { Type } from "typebox";

import { at, count, named, oneOf, state, text } from "./shapes.ts";

const thread = {
  id: text,
  integrationId: text,
  item: named("ThreadItem"),
  owner: state({ "developer-support": {}, person: { accountId: text, name: text } }),
  openedAt: at,
  messages: Type.Array(Type.Object({ author: named("Actor"), at, text })),
};

/** Questions where partners are stuck, and what is said about them. */
export const threadAnswers = {
  ThreadItem: state({
    run: { runId: text },
    exchange: { customerId: text, exchangeId: text },
    requirement: { version: count, requirement: text },
    deadline: { deadlineId: text },
    revalidation: { revalidationId: text },
  }),
  Thread: Type.Union([
    Type.Object({ ...thread, state: Type.Literal("open"), waitingSince: at }),
    Type.Object({ ...thread, state: oneOf("answered", "resolved") }),
  ]),
  ThreadList: Type.Object({ threads: Type.Array(named("Thread")) }),
};
