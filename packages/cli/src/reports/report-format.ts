import type { PlatformClient, RunReport } from "@slipway/platform-client";

import { unreachable } from "@slipway/foundation";
import type { Screen } from "../terminal/screen.ts";
import { describeReport } from "./describe-report.ts";

/** In which forms a report can be printed. */
export const reportFormats = ["text", "json", "junit", "html"] as const;

export type ReportFormat = (typeof reportFormats)[number];

export interface PrintOptions {
  readonly client: PlatformClient;
  readonly screen: Screen;
  readonly format: ReportFormat;
}

/** Prints a report on standard output. */
export async function printReport(
  report: RunReport,
  { client, screen, format }: PrintOptions,
): Promise<void> {
  switch (format) {
    case "text":
      screen.print(describeReport(report, screen));
      break;
    case "json":
      screen.print(jsonOf(report));
      break;
    case "junit":
    case "html":
      screen.print(await client.printReport(report.runId, format));
      break;
    default:
      unreachable(format);
  }
}

/** The JSON form of a report, as it is written to files too. */
export function jsonOf(report: object): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
