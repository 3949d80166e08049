import type { Declaration } from "@slipway/conformance";
import type { Region } from "@slipway/exchange";
import type { RegisteredFramework } from "@slipway/frameworks";

import type { AuthenticationMethod, EnablementSheet } from "../partner/partner-setup.ts";
import type { Probe } from "./probe.ts";

/** What was tried in one tenant, ready to be judged. */
export interface PreflightEvidence {
  readonly region: Region;
  readonly customerId: string;
  readonly endpoint: string;
  /** How the endpoint is called. */
  readonly method: AuthenticationMethod;
  /** Where the names of what the partner offers come from. */
  readonly offers: RegisteredFramework["offers"];
  readonly enablement: EnablementSheet;
  readonly declaration: Pick<Declaration, "supportsCancel">;
  /** The call that the framework probes with, sent with the credentials on record and with wrong ones. */
  readonly withCredentials: Probe;
  readonly withWrongCredentials: Probe;
  readonly atsCalls: AtsCalls;
}

/** What the partner's calls of the ATS API say of the credential it uses; `elsewhere`: it used it for another customer. */
export type AtsCalls = "accepted" | "refused" | "elsewhere" | "none";
