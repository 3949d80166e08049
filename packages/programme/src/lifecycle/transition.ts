import { guards, type Guard, type Unmet } from "./guard.ts";
import type { Actor, Role } from "./actor.ts";

/** Which of the two ways an integration goes. */
export type Path = "programme-defined" | "customer-specific";

/** A row of a lifecycle: the table is the machine; diagram, grid test and refusals are made from it. */
export interface Transition<State extends string, Event extends string> {
  readonly from: State;
  readonly on: Event;
  readonly by: readonly Role[];
  readonly to: State;
  /** Only on this path; on both unless given. */
  readonly path?: Path;
  readonly guards?: readonly Guard[];
}

/** Why an event is not allowed now, and what would be. */
export interface Refusal<State extends string, Event extends string> {
  readonly kind: "refused";
  readonly state: State;
  readonly event: Event;
  readonly why:
    | { readonly kind: "state" }
    | { readonly kind: "role"; readonly by: readonly Role[] }
    | { readonly kind: "guard"; readonly unmet: readonly UnmetGuard[] };
  /** What this state allows on this path, and whom. */
  readonly allowed: readonly { readonly on: Event; readonly by: readonly Role[] }[];
}

export interface UnmetGuard {
  readonly guard: Guard;
  /** What has to hold. */
  readonly asks: string;
  readonly found: string;
}

export interface Attempt<State extends string, Event extends string> {
  readonly state: State;
  readonly event: Event;
  readonly path: Path;
  readonly actor: Pick<Actor, "role">;
  readonly unmet: Unmet;
  /** Where the event leads, if it may lead to several states. */
  readonly to?: State;
}

/** The row that an event takes in a state, or why none may be taken. */
export function transitionOf<State extends string, Event extends string>(
  table: readonly Transition<State, Event>[],
  { state, event, path, actor, unmet, to }: Attempt<State, Event>,
): Transition<State, Event> | Refusal<State, Event> {
  const leaving = table.filter(
    (row) => row.from === state && (row.path === undefined || row.path === path),
  );
  const refuse = (why: Refusal<State, Event>["why"]): Refusal<State, Event> => ({
    kind: "refused",
    state,
    event,
    why,
    allowed: [...new Map(leaving.map(({ on, by }) => [on, { on, by }])).values()],
  });
  const row = leaving.find((one) => one.on === event && (to === undefined || one.to === to));
  if (row === undefined) return refuse({ kind: "state" });
  if (!row.by.includes(actor.role)) return refuse({ kind: "role", by: row.by });
  const failed = (row.guards ?? []).flatMap((guard): UnmetGuard[] => {
    const found = unmet[guard];
    return found === undefined ? [] : [{ guard, asks: guards[guard], found }];
  });
  return failed.length === 0 ? row : refuse({ kind: "guard", unmet: failed });
}
