import { Problem } from "@slipway/foundation";

/** No thread has this id. */
export class ThreadNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "THREAD-NOT-FOUND",
      status: 404,
      message: `Expected the id of a thread, found none with id ${id}. List the threads to see theirs.`,
    });
  }
}

/** What a question is to hang on is not there, or belongs to another integration; nothing tells one from the other. */
export class ThreadItemNotFoundProblem extends Problem {
  constructor(item: string, integrationId: string) {
    super({
      code: "THREAD-ITEM-NOT-FOUND",
      status: 422,
      message: `Expected something of integration ${integrationId} to ask about, found no ${item}.`,
    });
  }
}

/** Only somebody of the programme can own a thread. */
export class ThreadOwnerUnfitProblem extends Problem {
  constructor(name: string, organisation: string) {
    super({
      code: "THREAD-OWNER-UNFIT",
      status: 422,
      message: `Expected the account of a reviewer, partner manager or programme owner, found that of ${name} of ${organisation}.`,
    });
  }
}
