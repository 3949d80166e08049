import { Command } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { UsageProblem } from "../../command-line.problems.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "../integration/actor-options.ts";
import { describeAdherenceReport, describeAdherenceReports } from "./describe-adherence-report.ts";

/** `slipway adherence`: what customers saw that is not as it was validated. */
export function adherenceCommand(context: CommandContext): Command {
  const command = new Command("adherence")
    .summary("report that an integration does not keep to what was validated, and decide on it")
    .description(
      "A customer reports what it saw, with a recorded exchange if there is one. Developer Support upholds the report, which opens a revalidation, or dismisses it; either way it stays on record with the reason.",
    );
  command.addCommand(reportCommand(context));
  command.addCommand(listCommand(context));
  command.addCommand(decideCommand(context, { name: "uphold", decision: "upheld" }));
  command.addCommand(decideCommand(context, { name: "dismiss", decision: "dismissed" }));
  return command;
}

interface ReportOptions extends AnswerOptions, ActorOptions {
  readonly text: string;
  readonly customer?: string;
  readonly exchange?: string;
}

function reportCommand(context: CommandContext): Command {
  const command = new Command("report")
    .summary("report what was seen")
    .argument("<integration>", "its id")
    .requiredOption("--text <text>", "what was seen, and what was expected")
    .option("--customer <id>", "customer id of the tenant in which the exchange was recorded")
    .option("--exchange <id>", "id of the exchange that shows it")
    .action(async (integration: string, options: ReportOptions) => {
      const exchange = exchangeOf(options);
      await printAnswer(context, options, {
        ask: async (client) =>
          client.reportAdherence(integration, {
            observation: options.text,
            ...actorOf(options),
            ...(exchange === undefined ? {} : { exchange }),
          }),
        describe: describeAdherenceReport,
      });
    });
  return addAnswerOptions(addActor(command));
}

function exchangeOf({
  customer,
  exchange,
}: ReportOptions): { readonly customerId: string; readonly exchangeId: string } | undefined {
  if (customer !== undefined && exchange !== undefined)
    return { customerId: customer, exchangeId: exchange };
  if (customer === undefined && exchange === undefined) return undefined;
  throw new UsageProblem(
    "Expected --customer and --exchange together, found one of them: an exchange is known by both.",
  );
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list")
      .summary("list the reports, newest first")
      .option("--integration <id>", "only those about this integration")
      .action(async (options: AnswerOptions & { readonly integration?: string }) =>
        printAnswer(context, options, {
          ask: async (client) => ({
            reports: await client.listAdherenceReports(options.integration),
          }),
          describe: ({ reports }) => describeAdherenceReports(reports),
        }),
      ),
  );
}

interface Deciding {
  readonly name: string;
  readonly decision: "upheld" | "dismissed";
}

function decideCommand(context: CommandContext, { name, decision }: Deciding): Command {
  const follows = decision === "upheld" ? "; a revalidation is opened" : "";
  const command = new Command(name)
    .summary(`decide that a report is ${decision}${follows}`)
    .argument("<report>", "its id")
    .requiredOption("--reason <text>", "why; it stays on record")
    .action(
      async (id: string, options: AnswerOptions & ActorOptions & { readonly reason: string }) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.decideAdherenceReport(id, {
              decision,
              reason: options.reason,
              ...actorOf(options),
            }),
          describe: describeAdherenceReport,
        }),
    );
  return addAnswerOptions(addActor(command));
}
