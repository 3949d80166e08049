import { Problem } from "@slipway/foundation";

/** The tenant's log has no exchange of this id. */
export class ExchangeNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "EXCHANGE-NOT-FOUND",
      status: 404,
      message: `Expected the id of an exchange in this tenant's log, found none with id ${id}.`,
    });
  }
}
