import { Problem } from "@slipway/foundation";

import { refusalText } from "./refusal-text.ts";
import type { Refusal } from "./transition.ts";

/** The integration has no version of this number. */
export class VersionNotFoundProblem extends Problem {
  constructor(integrationId: string, number: number | string) {
    super({
      code: "VERSION-NOT-FOUND",
      status: 404,
      message: `Expected a version of integration ${integrationId}, found none with number ${number}. Show the integration to see its versions.`,
    });
  }
}

/** What was asked for is not allowed now. The refusal says what is, and who may. */
export class LifecycleRefusedProblem extends Problem {
  readonly refusal: Refusal<string, string>;

  constructor(subject: string, refusal: Refusal<string, string>) {
    super({
      code: "LIFECYCLE-REFUSED",
      status: 409,
      message: refusalText(subject, refusal),
    });
    this.refusal = refusal;
  }
}

/** The design is under review or approved, and cannot be written over. */
export class DesignFrozenProblem extends Problem {
  constructor(number: number, state: string) {
    super({
      code: "DESIGN-FROZEN",
      status: 409,
      message: `Expected version ${number} to be drafting, or to have changes asked, for its design to be saved; found it ${state}. Use the event change-design with the new design, which sends it back to review.`,
    });
  }
}

/** A version is still on its way; another would leave two. */
export class VersionOpenProblem extends Problem {
  constructor(number: number, state: string) {
    super({
      code: "VERSION-OPEN",
      status: 409,
      message: `Expected the newest version to be approved, live or ended before the next is begun, found version ${number} ${state}.`,
    });
  }
}

/** The event needs something that was not given. */
export class LifecycleFactMissingProblem extends Problem {
  constructor(event: string, fact: string) {
    super({
      code: "LIFECYCLE-FACT-MISSING",
      status: 422,
      message: `Expected ${fact} with the event ${event}, found none.`,
    });
  }
}

/** Nothing open is asked about the version under this id. */
export class ReviewItemNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "REVIEW-ITEM-NOT-FOUND",
      status: 404,
      message: `Expected the id of an item that is open, found none with id ${id}. Show the integration to see what is open.`,
    });
  }
}

/** Somebody else has to do this. */
export class RoleNotAllowedProblem extends Problem {
  constructor(
    { role, organisation: found }: { readonly role: string; readonly organisation: string },
    {
      roles,
      organisation,
      deed,
    }: { readonly roles: readonly string[]; readonly organisation?: string; readonly deed: string },
  ) {
    const of = organisation === undefined ? "" : ` of "${organisation}"`;
    super({
      code: "ROLE-NOT-ALLOWED",
      status: 403,
      message: `Expected ${roles.join(" or ")}${of} to ${deed}, found ${role} of "${found}".`,
    });
  }
}
