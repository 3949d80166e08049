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

/** The customer-specific path begins with a customer on record. */
export class CustomerNotOnRecordProblem extends Problem {
  constructor(found: string) {
    super({
      code: "CUSTOMER-NOT-ON-RECORD",
      status: 422,
      message: `Expected the name of a customer on record with an integration on the customer-specific path, found ${found === "" ? "none" : `"${found}"`}. Put the customer on record first.`,
    });
  }
}

/** On the programme-defined path there is no one customer. */
export class CustomerNotWantedProblem extends Problem {
  constructor(found: string) {
    super({
      code: "CUSTOMER-NOT-WANTED",
      status: 422,
      message: `Expected no customer with an integration on the programme-defined path, which is for many, found "${found}". Leave it out, or choose the customer-specific path.`,
    });
  }
}

/** What only programme-defined integrations have was asked for one that is customer-specific. */
export class PathWithoutSandboxProblem extends Problem {
  constructor(name: string) {
    super({
      code: "PATH-WITHOUT-SANDBOX",
      status: 409,
      message: `Expected an integration on the programme-defined path, found "${name}", which is customer-specific: it is built on its customer's own tenant, and has neither sandbox nor listing.`,
    });
  }
}

/** Nobody can be told. */
export class ContactMissingProblem extends Problem {
  constructor(names: readonly string[]) {
    super({
      code: "INTEGRATION-CONTACT-MISSING",
      status: 409,
      message: `Expected a mail address of whoever is told about an integration, found none of ${names.map((name) => `"${name}"`).join(", ")}. Put it on record ("slipway integration contact"), then do this again.`,
    });
  }
}
