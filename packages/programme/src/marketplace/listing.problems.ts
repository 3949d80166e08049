import { Problem } from "@slipway/foundation";

/** Nobody has written what the listing is to say. */
export class ListingNotFoundProblem extends Problem {
  constructor(integrationId: string) {
    super({
      code: "LISTING-NOT-FOUND",
      status: 404,
      message: `Expected a listing of integration ${integrationId}, found none. Save its draft first ("slipway listing draft").`,
    });
  }
}
