import type { Role } from "../lifecycle/actor.ts";
import { AccessForbiddenProblem, ScopeMissingProblem } from "./access.problems.ts";
import { roleOf, type Caller } from "./caller.ts";
import type { Scope } from "./scope.ts";

/**
 * Whether a caller may make a call at all, before it is looked at what the call is about: fails with `ACCESS-FORBIDDEN` by its role,
 * then with `ACCESS-SCOPE-MISSING` by its token. Operators may make every call; what comes of it is still decided by what it does.
 */
export function checkCall(
  caller: Caller,
  { roles, scope }: { readonly roles: readonly Role[]; readonly scope: Scope },
): void {
  const role = roleOf(caller);
  if (role !== "operator" && !roles.includes(role)) throw new AccessForbiddenProblem();
  if (caller.kind === "account" && !caller.scopes.includes(scope))
    throw new ScopeMissingProblem(scope, caller.scopes);
}
