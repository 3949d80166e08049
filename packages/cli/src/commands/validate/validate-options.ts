import type { AuthChoice } from "../../parse-argument.ts";
import type { PlatformChoice } from "../../platform-access/open-platform.ts";
import type { ReportFormat } from "../../reports/report-format.ts";

/** What was typed after `slipway validate`; patterns and choices are checked, files are not read yet. */
export interface ValidateOptions extends PlatformChoice {
  readonly framework: string;
  readonly endpoint?: string;
  readonly endpointB?: string;
  /** How the platform calls the endpoint, and as whom. */
  readonly auth?: AuthChoice;
  readonly passwordFile?: string;
  readonly tokenUrl?: string;
  readonly audience?: string;
  readonly scope?: string;
  readonly partnerConfig?: string;
  readonly name?: string;
  readonly credentialsFile?: string;
  readonly newCredentials: boolean;
  /** Seconds. */
  readonly waitForPartner?: number;
  readonly pack?: string;
  /** Ids of requirements, checks, scenarios or use cases: a run of these alone. */
  readonly only?: readonly string[];
  /** An earlier run, what of which has not passed is repeated. */
  readonly failedOf?: string;
  /** Minutes. */
  readonly timeLimit: number;
  readonly report?: string;
  readonly format: ReportFormat;
}
