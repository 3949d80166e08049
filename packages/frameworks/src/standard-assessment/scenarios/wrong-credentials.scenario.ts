import type { Scenario } from "@slipway/conformance";

import { onlyInstance } from "../../only-instance.ts";
import { playOtherApplication } from "./begin-application.ts";

/** An event with a password that the partner never gave out, after one with the right password. */
export const wrongCredentials: Scenario = {
  id: "auth.wrong-credentials",
  title: "An event arrives with wrong credentials",
  instances: onlyInstance,
  play: async (stage) => playOtherApplication(stage, { event: { credentials: "wrong" } }),
};
