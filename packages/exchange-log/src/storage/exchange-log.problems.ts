import { Problem } from "@slipway/foundation";

/** The log could not store an exchange, so what it records must not be answered. */
export class LogUnavailableProblem extends Problem {
  constructor(found: string, cause?: unknown) {
    super({
      code: "EXCHANGE-LOG-UNAVAILABLE",
      status: 503,
      message: `Expected the exchange log to store the record, found ${found}. It may be missing; send the request again.`,
      cause,
    });
  }
}

/** PostgreSQL refused this one record, whatever the state of the connection. */
export class LogRefusedProblem extends Problem {
  constructor(exchangeId: string, cause: unknown) {
    super({
      code: "EXCHANGE-LOG-REFUSED",
      status: 500,
      message: `Expected the exchange log to accept the record ${exchangeId}, found that the database refused it. Report this with the record's id: it is a fault of Slipway.`,
      cause,
    });
  }
}
