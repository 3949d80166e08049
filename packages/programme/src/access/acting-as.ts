import type { Actor } from "../lifecycle/actor.ts";
import {
  ActorMissingProblem,
  ActorOtherProblem,
  OrganisationOtherProblem,
} from "./access.problems.ts";
import { seenBy, type Caller } from "./caller.ts";

/**
 * Who acts when a caller does something: the account itself. Only whoever has the installation's token acts for somebody else, which
 * then stays on record; fails with `ACTOR-MISSING` where that is not said, and with `ACTOR-OTHER` where an account names another.
 */
export function actingAs(caller: Caller, named: Actor | undefined): Actor {
  if (caller.kind === "installation") {
    if (named === undefined) throw new ActorMissingProblem("actor");
    return { ...named, by: "operator" };
  }
  const { name, role, organisation } = caller.account;
  const actor: Actor = { name, role, organisation: organisation.name };
  const isOther =
    named !== undefined &&
    (named.name !== name || named.role !== role || named.organisation !== organisation.name);
  if (isOther) throw new ActorOtherProblem(textOf(actor), textOf(named));
  return actor;
}

/** The same where a name alone is kept. */
export function actingName(caller: Caller, named: string | undefined): string {
  if (caller.kind === "installation") {
    if (named === undefined) throw new ActorMissingProblem("by");
    return named;
  }
  const { name } = caller.account;
  if (named !== undefined && named !== name) throw new ActorOtherProblem(name, named);
  return name;
}

/** For whom a caller makes something: its own organisation, unless it is of the programme's; fails with `ORGANISATION-OTHER`. */
export function makingFor(caller: Caller, named: string | undefined): string | undefined {
  const own = seenBy(caller);
  if (own !== undefined && named !== undefined && named !== own)
    throw new OrganisationOtherProblem(own, named);
  return own ?? named;
}

function textOf({ name, role, organisation }: Actor): string {
  return `${name}, ${role} of ${organisation}`;
}
