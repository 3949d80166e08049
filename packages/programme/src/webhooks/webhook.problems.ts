import { Problem } from "@slipway/foundation";

/** No webhook has this id, or none that the caller may see. */
export class WebhookNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "WEBHOOK-NOT-FOUND",
      status: 404,
      message: `Expected the id of a webhook, found none with id ${id}. List the webhooks to see theirs.`,
    });
  }
}

/** The webhook was never told this. */
export class WebhookMessageNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "WEBHOOK-MESSAGE-NOT-FOUND",
      status: 404,
      message: `Expected the id of a message of this webhook, found none with id ${id}. Its log shows theirs.`,
    });
  }
}

/** The address cannot be used. It is not repeated: it may hold a secret. */
export class WebhookAddressInvalidProblem extends Problem {
  constructor(why: string) {
    super({
      code: "WEBHOOK-ADDRESS-INVALID",
      status: 400,
      message: `Expected the webhook's address as an absolute http or https address such as https://partner.example.test/webhooks, found another: ${why}.`,
    });
  }
}

/** Nothing is sent while it is disabled. */
export class WebhookDisabledProblem extends Problem {
  constructor(id: string, reason: string) {
    super({
      code: "WEBHOOK-DISABLED",
      status: 409,
      message: `Expected an enabled webhook, found ${id} disabled: ${reason} Enable it first ("slipway webhook enable").`,
    });
  }
}

/** It is under way at this moment. */
export class WebhookMessageUnderWayProblem extends Problem {
  constructor(id: string) {
    super({
      code: "WEBHOOK-MESSAGE-UNDER-WAY",
      status: 409,
      message: `Expected a message that is not being sent, found ${id} under way. Look at the log in a minute.`,
    });
  }
}
