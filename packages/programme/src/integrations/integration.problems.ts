import { Problem } from "@slipway/foundation";

/** Another integration has this name. */
export class IntegrationNameTakenProblem extends Problem {
  constructor(name: string, found: string) {
    super({
      code: "INTEGRATION-NAME-TAKEN",
      status: 409,
      message: `Expected a name that no other integration has, found "${name}" registered as ${found}. Choose another name, or register it again with the same framework and connector type.`,
    });
  }
}

/** No integration has this id. */
export class IntegrationNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "INTEGRATION-NOT-FOUND",
      status: 404,
      message: `Expected the id of a registered integration, found none with id ${id}. List the integrations to see theirs.`,
    });
  }
}

/** No framework has this id. */
export class FrameworkUnknownProblem extends Problem {
  constructor(id: string, known: readonly string[]) {
    super({
      code: "FRAMEWORK-UNKNOWN",
      status: 422,
      message: `Expected a framework (${known.join(", ")}), found "${id}".`,
    });
  }
}
