import { Command, Option } from "commander";

import type { Integration, PlatformClient, Run } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { withPlatform, type PlatformChoice } from "../../platform-access/open-platform.ts";
import { addPlatformOptions } from "../../platform-access/platform-options.ts";
import { describeSelection } from "../../reports/describe-part.ts";
import { jsonOf } from "../../reports/report-format.ts";
import { textTable } from "../../text-table.ts";

interface RunsOptions extends PlatformChoice {
  readonly sandbox?: string;
  readonly format: "text" | "json";
}

type ListedRun = Run & { readonly integration: string };

/** `slipway runs`: what was run. */
export function runsCommand(context: CommandContext): Command {
  const command = new Command("runs")
    .summary("list the runs, newest first")
    .option("--sandbox <id>", "only those of this sandbox")
    .addOption(new Option("--format <format>", "form").choices(["text", "json"]).default("text"))
    .action(async (options: RunsOptions) => {
      const runs = await withPlatform(options, context.env, async ({ client }) =>
        listRuns(client, options.sandbox),
      );
      context.screen.print(options.format === "json" ? jsonOf({ runs }) : describeRuns(runs));
    });
  return addPlatformOptions(command);
}

async function listRuns(
  client: PlatformClient,
  sandboxId: string | undefined,
): Promise<readonly ListedRun[]> {
  const integrations = await client.listIntegrations();
  // A sandbox that does not exist is told by the platform, with its code.
  const wanted =
    sandboxId === undefined
      ? integrations.flatMap((one) => one.sandboxId ?? [])
      : [(await client.loadSandbox(sandboxId)).id];
  const runs = await Promise.all(wanted.map(async (id) => client.listRuns(id)));
  return runs
    .flat()
    .map((run) => ({ ...run, integration: integrationOf(run, integrations) }))
    .toSorted((left, right) => (left.startedAt < right.startedAt ? 1 : -1));
}

function integrationOf({ sandboxId }: Run, integrations: readonly Integration[]): string {
  return integrations.find((one) => one.sandboxId === sandboxId)?.name ?? "";
}

function describeRuns(runs: readonly ListedRun[]): string {
  if (runs.length === 0) return 'No runs yet. "slipway validate --help" shows how to start one.';
  return textTable([
    ["run", "state", "started", "pack", "covers", "integration", "sandbox"],
    ...runs.map((run) => [
      run.id,
      run.state,
      run.startedAt,
      `${run.framework} ${run.packVersion}`,
      run.part === null ? "all" : `part: ${describeSelection(run.part)}`,
      run.integration,
      run.sandboxId,
    ]),
  ]);
}
