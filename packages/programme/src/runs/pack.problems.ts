import { Problem } from "@slipway/foundation";

/** An address names a framework that there is not. */
export class FrameworkNotFoundProblem extends Problem {
  constructor(id: string, known: readonly string[]) {
    super({
      code: "FRAMEWORK-NOT-FOUND",
      status: 404,
      message: `Expected the id of a framework (${known.join(", ")}), found "${id}".`,
    });
  }
}

/** An address names a version of a requirement pack that its framework does not have. */
export class PackVersionNotFoundProblem extends Problem {
  constructor(version: string, known: readonly string[]) {
    super({
      code: "PACK-VERSION-NOT-FOUND",
      status: 404,
      message: `Expected the version of a requirement pack (${known.join(", ")}), found "${version}".`,
    });
  }
}
