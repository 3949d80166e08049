import type { Configuration } from "./configuration.ts";
import type { PlatformMetrics } from "./metrics/platform-metrics.ts";
import type { PlatformLog } from "./platform-log.ts";

/** What everything that is started is given. */
export interface StartContext {
  readonly configuration: Configuration;
  readonly log: PlatformLog;
  /** Missing where nobody asked for numbers. */
  readonly metrics: PlatformMetrics | undefined;
  /** What has to be ended, in the order in which it was started. */
  readonly started: (() => Promise<void>)[];
}
