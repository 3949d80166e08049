import type { Actor, Role } from "./actor.ts";
import { RoleNotAllowedProblem } from "./lifecycle.problems.ts";

/** Who may do something that is no event of a lifecycle. */
export interface Permission {
  readonly roles: readonly Role[];
  /** Of which organisation; of any unless given. */
  readonly organisation?: string;
  /** As `publish a release`. */
  readonly deed: string;
}

/** Fails with `ROLE-NOT-ALLOWED` for anybody else. */
export function requireRole(actor: Actor, permission: Permission): void {
  if (mayAct(actor, permission)) return;
  throw new RoleNotAllowedProblem(actor, permission);
}

export function mayAct(
  { role, organisation }: Pick<Actor, "role" | "organisation">,
  permission: Omit<Permission, "deed">,
): boolean {
  return (
    permission.roles.includes(role) && organisation === (permission.organisation ?? organisation)
  );
}
