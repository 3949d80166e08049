import { Problem } from "@slipway/foundation";

/** No call to a partner has this id. */
export class DeliveryNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "DELIVERY-NOT-FOUND",
      status: 404,
      message: `Expected the id of a call to the partner, found none with id ${id} in this tenant.`,
    });
  }
}

/** A call of ours did not end in time. */
export class DeliveryOverdueProblem extends Problem {
  constructor(id: string, afterMs: number) {
    super({
      code: "DELIVERY-OVERDUE",
      status: 503,
      message: `Expected call ${id} to end within ${Math.round(afterMs / 1000)} s, it has not. The platform is busy or its worker is not running; try again.`,
    });
  }
}

/** A call of ours came to no end that we know of. */
export class DeliveryLostProblem extends Problem {
  constructor(reason: string) {
    super({
      code: "DELIVERY-LOST",
      status: 503,
      message: `Expected to learn what came of a call to the partner, found that it is not known: ${reason} Try again.`,
    });
  }
}
