import type { Scenario } from "@slipway/conformance";

import { onlyInstance } from "../../only-instance.ts";
import { playOtherApplication } from "./begin-application.ts";

/** An event carries members that no document names, as every later version of the ATS may. */
export const unknownMembers: Scenario = {
  id: "events.unknown-members",
  title: "An event arrives with members that the partner does not know",
  instances: onlyInstance,
  play: async (stage) =>
    playOtherApplication(stage, {
      event: {
        alter: { portalId: "101", eventVersion: 2, context: { language: "en", tags: [] } },
      },
    }),
};
