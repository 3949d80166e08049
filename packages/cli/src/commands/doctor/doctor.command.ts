import { Command, Option } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { exitCodes } from "../../exit-codes.ts";
import { webAddress } from "../../parse-argument.ts";
import { dataFolderOf } from "../../platform-access/platform-environment.ts";
import { jsonOf } from "../../reports/report-format.ts";
import type { Screen } from "../../terminal/screen.ts";
import type { DoctorFinding } from "./doctor-finding.ts";
import { lookAtEndpoint } from "./look-at-endpoint.ts";
import { lookAtFolder } from "./look-at-folder.ts";
import { lookAtMachine } from "./look-at-machine.ts";
import { lookAtPlatform } from "./look-at-platform.ts";
import { lookAtPorts } from "./look-at-ports.ts";

interface DoctorOptions {
  readonly data?: string;
  readonly endpoint?: string;
  readonly format: "text" | "json";
}

/** `slipway doctor`: whether everything is there that the other commands need. */
export function doctorCommand(context: CommandContext): Command {
  const { screen, env } = context;
  return new Command("doctor")
    .summary("look for what could keep the others from working")
    .description(
      "Looks at Node, platform, ports, data folder and database, and with --endpoint at your endpoint. Neither a browser nor network access is needed. Ends with 1 if something has to be mended, with 3 if it is the endpoint alone.",
    )
    .option("--data <folder>", "data folder (default: SLIPWAY_DATA, else .slipway)")
    .option("--endpoint <url>", "address of your endpoint", webAddress)
    .addOption(new Option("--format <format>", "form").choices(["text", "json"]).default("text"))
    .action(async (options: DoctorOptions) => {
      const findings = await look(options, env);
      screen.print(
        options.format === "json" ? jsonOf({ findings }) : describeFindings(findings, screen),
      );
      context.endWith(exitCodeFor(findings));
    });
}

async function look(
  { data, endpoint }: DoctorOptions,
  env: NodeJS.ProcessEnv,
): Promise<readonly DoctorFinding[]> {
  const folder = dataFolderOf(data, env);
  const machine = `${process.platform}-${process.arch}`;
  return [
    ...lookAtMachine({ node: process.versions.node, machine }, env),
    await lookAtPorts(folder, env),
    await lookAtFolder(folder),
    await lookAtPlatform(folder, env),
    ...(endpoint === undefined ? [] : [await lookAtEndpoint(endpoint)]),
  ];
}

function exitCodeFor(findings: readonly DoctorFinding[]): number {
  const kinds = new Set(findings.map(({ outcome }) => outcome.kind));
  if (kinds.has("fault")) return exitCodes.findings;
  return kinds.has("unreachable") ? exitCodes.unreachable : exitCodes.passed;
}

function describeFindings(findings: readonly DoctorFinding[], screen: Screen): string {
  return findings
    .flatMap(({ title, outcome }) => {
      if (outcome.kind === "well") {
        return [`${screen.paint("result", "green", "✓")} ${title}: ${outcome.found}`];
      }
      return [
        `${screen.paint("result", "red", "✕")} ${title}`,
        `    expected  ${outcome.expected}`,
        `    found     ${outcome.found.trim().replaceAll("\n", `\n${" ".repeat(14)}`)}`,
        `    do next   ${outcome.toDo}`,
      ];
    })
    .join("\n");
}
