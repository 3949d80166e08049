import type { ThreadState } from "./thread.ts";
import type { Role } from "../lifecycle/actor.ts";
import type { Transition } from "../lifecycle/transition.ts";

export const threadEvents = ["ask", "answer", "resolve", "assign"] as const;

export type ThreadEvent = (typeof threadEvents)[number];

export const askers = [
  "partner-developer",
  "partner-admin",
  "customer-developer",
  "customer-admin",
] as const satisfies readonly Role[];
export const answerers = [
  "reviewer",
  "partner-manager",
  "programme-owner",
] as const satisfies readonly Role[];
const both = [...askers, ...answerers];

/** What may happen to a thread. A settled question is asked anew by asking on. */
export const threadTransitions: readonly Transition<ThreadState, ThreadEvent>[] = [
  { from: "open", on: "ask", by: askers, to: "open" },
  { from: "open", on: "answer", by: answerers, to: "answered" },
  { from: "open", on: "resolve", by: both, to: "resolved" },
  { from: "open", on: "assign", by: answerers, to: "open" },
  { from: "answered", on: "ask", by: askers, to: "open" },
  { from: "answered", on: "answer", by: answerers, to: "answered" },
  { from: "answered", on: "resolve", by: both, to: "resolved" },
  { from: "answered", on: "assign", by: answerers, to: "answered" },
  { from: "resolved", on: "ask", by: askers, to: "open" },
];
