import type {
  PlatformClient,
  Run,
  RunReport,
  RunStartSelection,
  Sandbox,
} from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { exitCodeOfSignal, exitCodes } from "../../exit-codes.ts";
import type { OpenPlatform } from "../../platform-access/open-platform.ts";
import { describePart } from "../../reports/describe-part.ts";
import { exitCodeOf } from "../../reports/exit-code-of.ts";
import { jsonOf, printReport } from "../../reports/report-format.ts";
import { writeReports } from "../../reports/write-reports.ts";
import { followRun, type Following } from "./follow-run.ts";
import { handOverCredentials } from "./hand-over-credentials.ts";
import { askForPasswords, partnerSetupOf, type PartnerAccess } from "./partner-access.ts";
import { describePreflight, startWhenGreen, type StartOutcome } from "./start-when-green.ts";
import type { ValidateOptions } from "./validate-options.ts";

/** The whole of `slipway validate` on an open platform; resolves to the exit code. */
export async function validatePartner(
  platform: OpenPlatform,
  request: { readonly options: ValidateOptions; readonly access: PartnerAccess },
  context: CommandContext,
): Promise<number> {
  const { client } = platform;
  const { options } = request;
  let { access } = request;
  const { sandbox } = await handOverCredentials({
    platform,
    screen: context.screen,
    integration: { name: options.name ?? options.framework, framework: options.framework },
    options,
    beforeNew: async () => {
      access = await askForPasswords(access, context);
    },
  });
  context.stopping.throwIfAborted();
  const active = await activeRunOf(client, sandbox);
  const outcome: StartOutcome =
    active === undefined
      ? await startNewRun(client, { sandbox, access, options }, context)
      : { kind: "started", run: active };
  if (outcome.kind === "red") return printRed(outcome, options, context);
  context.screen.tell(describeRun(outcome.run, active !== undefined));
  for (const line of describeCover(outcome.run, { options, isOlder: active !== undefined }))
    context.screen.say(line);
  const following = await followRun(
    {
      client,
      runId: outcome.run.id,
      limitMs: options.timeLimit * 60_000,
      completesTestOrders: access.config.declaration.completesTestOrders === true,
    },
    context,
  );
  return conclude(client, { runId: outcome.run.id, following, options }, context);
}

interface NewRun {
  readonly sandbox: Sandbox;
  readonly access: PartnerAccess;
  readonly options: ValidateOptions;
}

async function startNewRun(
  client: PlatformClient,
  { sandbox, access, options }: NewRun,
  context: CommandContext,
): Promise<StartOutcome> {
  await client.savePartnerSetup(sandbox.id, partnerSetupOf(access, sandbox));
  const waitSeconds = options.waitForPartner ?? (context.screen.isLive ? undefined : 0);
  return startWhenGreen(
    {
      client,
      sandboxId: sandbox.id,
      packVersion: options.pack,
      ...selectionOf(options),
      waitMs: waitSeconds === undefined ? undefined : waitSeconds * 1000,
    },
    context,
  );
}

/** A run that goes on: of another terminal, or of a command that was killed. A sandbox takes one at a time. */
async function activeRunOf(client: PlatformClient, { id }: Sandbox): Promise<Run | undefined> {
  const runs = await client.listRuns(id);
  return runs.find(({ state }) => state === "driving" || state === "judging");
}

function describeRun({ id, packVersion }: Run, isOlder: boolean): string {
  return isOlder
    ? `Run ${id} of this sandbox is still under way: following it.`
    : `Run ${id} under pack ${packVersion}`;
}

function selectionOf({ only, failedOf }: ValidateOptions): {
  readonly selection?: RunStartSelection;
} {
  if (only !== undefined) return { selection: { only } };
  return failedOf === undefined ? {} : { selection: { failedOf } };
}

/** What a partial run covers; and that an older one was not started for what is asked now. */
function describeCover(
  { part }: Run,
  { options, isOlder }: { readonly options: ValidateOptions; readonly isOlder: boolean },
): readonly string[] {
  const isAsked = options.only !== undefined || options.failedOf !== undefined;
  return [
    ...(isOlder && isAsked
      ? ["It was started before: --only and --failed-of wait for the next run."]
      : []),
    ...(part === null ? [] : describePart(part)),
  ];
}

function printRed(
  { preflight }: Extract<StartOutcome, { kind: "red" }>,
  { format }: ValidateOptions,
  { screen }: CommandContext,
): number {
  screen.say("The run did not start: the preflight found faults of configuration.");
  for (const line of describePreflight(preflight)) screen.say(line);
  if (format === "json") screen.print(jsonOf({ format: "slipway-preflight/1", ...preflight }));
  const isUnreachable = preflight.items.some(
    ({ id, outcome }) => id === "address" && outcome.kind === "red",
  );
  return isUnreachable ? exitCodes.unreachable : exitCodes.findings;
}

interface Ended {
  readonly runId: string;
  readonly following: Following;
  readonly options: ValidateOptions;
}

async function conclude(
  client: PlatformClient,
  { runId, following, options }: Ended,
  { screen, stopping }: CommandContext,
): Promise<number> {
  if (following === "stopped") {
    screen.say(`Run ${runId} is cancelled.`);
    return exitCodeOfSignal(stopping.reason);
  }
  const report: RunReport = await client.loadReport(runId);
  await printReport(report, { client, screen, format: options.format });
  if (options.report !== undefined) {
    const files = await writeReports(client, report, options.report);
    screen.say(`Reports: ${files.join(", ")}`);
  }
  if (following === "run-ended" && report.state !== "cancelled")
    return exitCodeOf[report.conclusion];
  screen.say(
    following === "time-limit"
      ? `The time limit of ${options.timeLimit} minutes was reached: run ${runId} is cancelled, what it saw is judged.`
      : `Run ${runId} was cancelled from elsewhere; what it saw is judged.`,
  );
  return exitCodes.waiting;
}
