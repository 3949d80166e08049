import { Command, Option } from "commander";

import type { Thread, ThreadItem, ThreadQuery } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { UsageProblem } from "../../command-line.problems.ts";
import { wholeNumber } from "../../parse-argument.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "../integration/actor-options.ts";
import { describeThread, describeThreads } from "./describe-thread.ts";

/** `slipway thread`: ask Developer Support where you are stuck. */
export function threadCommand(context: CommandContext): Command {
  const command = new Command("thread")
    .summary("ask Developer Support about a run, an exchange, a requirement, and answer")
    .description(
      "A partner asks about one thing of its integration and is answered there; the contact gets answers by mail. All that was said stays on record. What Developer Support asks about a design before it approves is a review item: see slipway review.",
    );
  for (const make of [openCommand, listCommand, showCommand, sayCommand, resolveCommand])
    command.addCommand(make(context));
  return command.addCommand(assignCommand(context));
}

type Options = AnswerOptions & ActorOptions;

interface ItemOptions {
  readonly run?: string;
  readonly exchange?: string;
  readonly customer?: string;
  readonly requirement?: string;
  readonly ofVersion?: number;
  readonly deadline?: string;
  readonly revalidation?: string;
}

function openCommand(context: CommandContext): Command {
  const command = new Command("open")
    .summary("ask about one thing of an integration")
    .argument("<integration>", "its id")
    .requiredOption("--text <text>", "the question")
    .option("--run <id>", "about this run")
    .option("--exchange <id>", "about this exchange; with --customer")
    .option("--customer <id>", "customer id of the tenant in which the exchange was recorded")
    .option("--requirement <id>", "about this requirement; with --of-version")
    .option("--of-version <number>", "the version whose requirement it is", wholeNumber(1))
    .option("--deadline <id>", "about this deadline")
    .option("--revalidation <id>", "about this revalidation")
    .action(
      async (integration: string, options: Options & ItemOptions & { readonly text: string }) => {
        const question = { item: itemOf(options), text: options.text, ...actorOf(options) };
        await printAnswer(context, options, {
          ask: async (client) => client.openThread(integration, question),
          describe: describeThread,
        });
      },
    );
  return addAnswerOptions(addActor(command));
}

function itemOf(options: ItemOptions): ThreadItem {
  const { run, exchange, customer, requirement, ofVersion, deadline, revalidation } = options;
  const items: ThreadItem[] = [];
  if (run !== undefined) items.push({ kind: "run", runId: run });
  if (exchange !== undefined && customer !== undefined)
    items.push({ kind: "exchange", customerId: customer, exchangeId: exchange });
  if (requirement !== undefined && ofVersion !== undefined)
    items.push({ kind: "requirement", version: ofVersion, requirement });
  if (deadline !== undefined) items.push({ kind: "deadline", deadlineId: deadline });
  if (revalidation !== undefined)
    items.push({ kind: "revalidation", revalidationId: revalidation });
  const [item] = items;
  if (item !== undefined && items.length === 1) return item;
  throw new UsageProblem(
    `Expected one thing to ask about: --run, --exchange with --customer, --requirement with --of-version, --deadline or --revalidation; found ${items.length}.`,
  );
}

function listCommand(context: CommandContext): Command {
  const command = new Command("list")
    .summary("list the threads; whoever has waited longest for an answer first")
    .option("--integration <id>", "only those of this integration")
    .addOption(
      new Option("--state <state>", "only those in this state").choices([
        "open",
        "answered",
        "resolved",
      ] satisfies Thread["state"][]),
    )
    .action(async (options: AnswerOptions & ThreadQuery) => {
      const { integration, state } = options;
      await printAnswer(context, options, {
        ask: async (client) => ({
          threads: await client.listThreads({
            ...(integration === undefined ? {} : { integration }),
            ...(state === undefined ? {} : { state }),
          }),
        }),
        describe: ({ threads }) => describeThreads(threads),
      });
    });
  return addAnswerOptions(command);
}

function showCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("show")
      .summary("show all that was said")
      .argument("<thread>", "its id")
      .action(async (id: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.loadThread(id),
          describe: describeThread,
        }),
      ),
  );
}

function sayCommand(context: CommandContext): Command {
  const command = new Command("say")
    .summary("ask on, or answer")
    .argument("<thread>", "its id")
    .requiredOption("--text <text>", "the question or answer")
    .action(async (id: string, options: Options & { readonly text: string }) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.writeInThread(id, { text: options.text, ...actorOf(options) }),
        describe: describeThread,
      }),
    );
  return addAnswerOptions(addActor(command));
}

function resolveCommand(context: CommandContext): Command {
  const command = new Command("resolve")
    .summary("say that it is settled")
    .argument("<thread>", "its id")
    .requiredOption("--reason <text>", "why; it stays on record")
    .action(async (id: string, options: Options & { readonly reason: string }) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.resolveThread(id, { reason: options.reason, ...actorOf(options) }),
        describe: describeThread,
      }),
    );
  return addAnswerOptions(addActor(command));
}

function assignCommand(context: CommandContext): Command {
  const command = new Command("assign")
    .summary("give it to a person of the programme, or back to Developer Support")
    .argument("<thread>", "its id")
    .option("--account <id>", "the account of the person; left out: Developer Support as a whole")
    .action(async (id: string, options: Options & { readonly account?: string }) => {
      const owner = options.account === undefined ? {} : { accountId: options.account };
      await printAnswer(context, options, {
        ask: async (client) => client.assignThread(id, { ...owner, ...actorOf(options) }),
        describe: describeThread,
      });
    });
  return addAnswerOptions(addActor(command));
}
