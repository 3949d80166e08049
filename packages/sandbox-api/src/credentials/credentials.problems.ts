import { vendorErrors } from "@slipway/ats-model";

import { SandboxProblem } from "../call/sandbox.problems.ts";

/** Which code a tenant answers to wrong credentials: 6 is recorded for Basic, 9 appears in one client's test double. */
export type WrongCredentialsCode = "6" | "9";

/** Missing, unreadable, wrong or expired: the caller is not told which. */
export function wrongCredentials(code: WrongCredentialsCode = "6"): SandboxProblem {
  const error = code === "6" ? vendorErrors.wrongCredentials : vendorErrors.invalidSignature;
  return new SandboxProblem({
    code: "SANDBOX-CREDENTIALS-WRONG",
    status: error.status,
    items: [{ code: error.code, message: "Invalid username or password." }],
    headers: [["www-authenticate", 'Basic realm="api", charset="UTF-8"']],
  });
}
