import type { TSchema } from "typebox";

import { accessAnswers } from "./access.answers.ts";
import { deadlineAnswers } from "./deadline.answers.ts";
import { lifecycleAnswers } from "./lifecycle.answers.ts";
import { listingAnswers } from "./listing.answers.ts";
import { revalidationAnswers } from "./revalidation.answers.ts";
import { runAnswers } from "./run.answers.ts";
import { sandboxAnswers } from "./sandbox.answers.ts";
import { tenantAnswers } from "./tenant.answers.ts";
import { threadAnswers } from "./thread.answers.ts";
import { webhookAnswers } from "./webhook.answers.ts";

const all = {
  ...accessAnswers,
  ...deadlineAnswers,
  ...lifecycleAnswers,
  ...listingAnswers,
  ...revalidationAnswers,
  ...runAnswers,
  ...sandboxAnswers,
  ...tenantAnswers,
  ...threadAnswers,
  ...webhookAnswers,
};

export type AnswerName = keyof typeof all;

/** What the API answers, by the name that the document gives it. Held against answers by the tests; no answer is made with it. */
export const answerSchemas: Readonly<Record<AnswerName, TSchema>> = all;
