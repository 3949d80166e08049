import { Problem } from "@slipway/foundation";

/** The data was written by a newer version of Slipway. */
export class NewerDataProblem extends Problem {
  constructor(unknownMigrations: readonly string[]) {
    super({
      code: "DATABASE-DATA-NEWER",
      status: 500,
      message:
        `The data was written by a newer version of Slipway: expected migrations this version knows, ` +
        `found ${unknownMigrations.join(", ")}. Nothing was changed. Start the newer version, or use another data folder.`,
    });
  }
}
