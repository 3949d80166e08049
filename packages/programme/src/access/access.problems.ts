import { Problem } from "@slipway/foundation";

/** The request carries no token that opens the API. */
export class TokenWrongProblem extends Problem {
  constructor(found: string) {
    super({
      code: "ACCESS-TOKEN-WRONG",
      status: 401,
      message: `Expected "Authorization: Bearer <token>" with a token of this installation, found ${found}. The start of the platform says where the admin token is kept.`,
    });
  }
}

/** The token was good until a moment that has passed. */
export class TokenExpiredProblem extends Problem {
  constructor(prefix: string, expiredAt: Date) {
    super({
      code: "ACCESS-TOKEN-EXPIRED",
      status: 401,
      message: `Expected a token that is valid, found ${prefix}…, which was until ${expiredAt.toISOString()}. Ask an admin of your organisation for a new one ("slipway token issue").`,
    });
  }
}

/** The token was taken back. */
export class TokenRevokedProblem extends Problem {
  constructor(prefix: string) {
    super({
      code: "ACCESS-TOKEN-REVOKED",
      status: 401,
      message: `Expected a token that is valid, found ${prefix}…, which was revoked. Ask an admin of your organisation for a new one ("slipway token issue").`,
    });
  }
}

/** The caller's role may not do this, whatever it is done to. The same to everybody, and about everything. */
export class AccessForbiddenProblem extends Problem {
  constructor() {
    super({
      code: "ACCESS-FORBIDDEN",
      status: 403,
      message:
        'Expected a caller whose role may do this, found one whose role may not. "slipway me" says who you are, docs/access.md who may do what.',
    });
  }
}

/** The role may do this, but the token is not good for it. */
export class ScopeMissingProblem extends Problem {
  constructor(needed: string, found: readonly string[]) {
    super({
      code: "ACCESS-SCOPE-MISSING",
      status: 403,
      message: `Expected a token with the scope ${needed}, found one with ${found.join(", ")}. Use another token, or have one issued with it.`,
    });
  }
}

/** Somebody else is named than the one whose token it is. */
export class ActorOtherProblem extends Problem {
  constructor(own: string, named: string) {
    super({
      code: "ACTOR-OTHER",
      status: 403,
      message: `Expected nobody to be named, or ${own}, whose token this is; found ${named}. Leave it out: whoever has the token is who acts.`,
    });
  }
}

/** Something is to be made for another organisation than the caller's. */
export class OrganisationOtherProblem extends Problem {
  constructor(own: string, named: string) {
    super({
      code: "ORGANISATION-OTHER",
      status: 403,
      message: `Expected no organisation to be named, or ${own}, of which the token's account is; found ${named}. Leave it out: what you register is your organisation's.`,
    });
  }
}

/** The installation's token is nobody's: who acts has to be said. */
export class ActorMissingProblem extends Problem {
  constructor(member: string) {
    super({
      code: "ACTOR-MISSING",
      status: 400,
      message: `Expected "${member}", which says in whose name this is done, with the installation's admin token; found none. Name who acts, or use a token of that person.`,
    });
  }
}

/** No organisation has this name, or none that the caller may see. */
export class OrganisationNotFoundProblem extends Problem {
  constructor(name: string) {
    super({
      code: "ORGANISATION-NOT-FOUND",
      status: 404,
      message: `Expected the name of an organisation, found none named "${name}". List the organisations to see theirs.`,
    });
  }
}

/** An organisation of this name cannot be added. */
export class OrganisationNameTakenProblem extends Problem {
  constructor(name: string, found: string) {
    super({
      code: "ORGANISATION-NAME-TAKEN",
      status: 409,
      message: `Expected a name that no other organisation has, however it is spelt, found "${name}", which is ${found}.`,
    });
  }
}

/** The programme's organisation is there from the start, and there is one. */
export class OrganisationOfProgrammeProblem extends Problem {
  constructor() {
    super({
      code: "ORGANISATION-OF-PROGRAMME",
      status: 409,
      message:
        'Expected an organisation of the kind partner or customer, found programme. There is one of that kind, "programme", from the start.',
    });
  }
}

/** The people of such an organisation cannot have this role. */
export class RoleUnfitProblem extends Problem {
  constructor(role: string, kind: string, fitting: readonly string[]) {
    super({
      code: "ACCOUNT-ROLE-UNFIT",
      status: 422,
      message: `Expected a role that people of a ${kind} organisation can have (${fitting.join(", ")}), found ${role}.`,
    });
  }
}

/** The organisation has an account of this name in another role. */
export class AccountNameTakenProblem extends Problem {
  constructor(name: string, role: string) {
    super({
      code: "ACCOUNT-NAME-TAKEN",
      status: 409,
      message: `Expected a name that nobody else of the organisation has, found "${name}", who is ${role} there. A person has one role in an organisation.`,
    });
  }
}

/** No account has this id. */
export class AccountNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "ACCOUNT-NOT-FOUND",
      status: 404,
      message: `Expected the id of an account, found none with id ${id}. List the accounts to see theirs.`,
    });
  }
}

/** No token has this id. */
export class TokenNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "TOKEN-NOT-FOUND",
      status: 404,
      message: `Expected the id of a token, found none with id ${id}. List the tokens to see theirs.`,
    });
  }
}

/** More would be given than the giver has. */
export class GrantBeyondOwnProblem extends Problem {
  constructor(what: string) {
    super({
      code: "GRANT-BEYOND-OWN",
      status: 403,
      message: `Expected nothing to be given that the caller does not have, found ${what}. Have somebody give it who has it.`,
    });
  }
}

/** The installation's own token is kept in its data folder and ends with its file alone. */
export class InstallationTokenProblem extends Problem {
  constructor() {
    super({
      code: "TOKEN-OF-INSTALLATION",
      status: 409,
      message:
        "Expected a token of an account, found the installation's admin token, without which nobody could let anybody in again.",
    });
  }
}
