import { Problem } from "@slipway/foundation";

/** No notice has this id. */
export class NoticeNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "NOTICE-NOT-FOUND",
      status: 404,
      message: `Expected the id of a notice, found none with id ${id}. List the notices to see theirs.`,
    });
  }
}

/** There is nothing for a person to say about the notice in this state. */
export class NoticeNotOpenProblem extends Problem {
  constructor(id: string, { as, state }: { readonly as: string; readonly state: string }) {
    super({
      code: "NOTICE-NOT-OPEN",
      status: 409,
      message: `Expected a notice that can be resolved as ${as} ("sent" one that is unknown, "send-again" one that is unknown, refused or waiting), found notice ${id} ${state}.`,
    });
  }
}
