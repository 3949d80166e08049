import { Problem } from "@slipway/foundation";

/** The tenant has no order of this id. */
export class OrderNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "ORDER-NOT-FOUND",
      status: 404,
      message: `Expected the id of an assessment order of this tenant, found none with id ${id}.`,
    });
  }
}

/** The tenant knows no such package. */
export class PackageUnknownProblem extends Problem {
  constructor(packageId: string, known: readonly string[]) {
    super({
      code: "PACKAGE-UNKNOWN",
      status: 422,
      message: `Expected an active package of this tenant (${known.join(", ")}), found "${packageId}". A preflight or a run synchronises the packages.`,
    });
  }
}
