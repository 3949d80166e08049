import { Problem } from "@slipway/foundation";

/** The sandbox has no partner setup yet. */
export class PartnerSetupMissingProblem extends Problem {
  constructor(sandboxId: string) {
    super({
      code: "PARTNER-SETUP-MISSING",
      status: 409,
      message: `Expected endpoint, authentication and declaration of the partner, found none for sandbox ${sandboxId}. Save the partner setup first.`,
    });
  }
}
