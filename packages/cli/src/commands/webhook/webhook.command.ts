import { Command } from "commander";

import type { Webhook, WebhookEventType } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { commaSeparated, wholeNumber } from "../../parse-argument.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import {
  describeMessages,
  describeWebhook,
  describeWebhooks,
  describeWithSecret,
} from "./describe-webhook.ts";

/** `slipway webhook`: who is told of what happens in the programme. */
export function webhookCommand(context: CommandContext): Command {
  const command = new Command("webhook")
    .summary("have your own systems told what happens, signed after Standard Webhooks")
    .description(
      "A webhook is told of runs, decisions, deadlines and standings of your organisation's integrations. docs/webhooks.md says what the receiver has to check.",
    );
  for (const make of [
    addCommand,
    listCommand,
    showCommand,
    rotateCommand,
    enableCommand,
    disableCommand,
    removeCommand,
    testCommand,
    logCommand,
    resendCommand,
  ])
    command.addCommand(make(context));
  return command;
}

interface AddOptions extends AnswerOptions {
  readonly events: readonly string[];
  readonly organisation?: string;
}

function addCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("add")
      .summary("add one; its secret is shown this once")
      .argument("<url>", "address that is called")
      .requiredOption(
        "--events <types>",
        "of what it is told, such as run.finished,decision.made",
        commaSeparated,
      )
      .option("--organisation <name>", "whose it is (default: your own)")
      .action(async (url: string, { events, organisation, ...options }: AddOptions) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.addWebhook({
              url,
              // The platform says which there are.
              eventTypes: events as readonly WebhookEventType[],
              ...(organisation === undefined ? {} : { organisation }),
            }),
          describe: describeWithSecret,
        }),
      ),
  );
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list")
      .summary("list those you may see, oldest first")
      .action(async (options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => ({ webhooks: await client.listWebhooks() }),
          describe: ({ webhooks }) => describeWebhooks(webhooks),
        }),
      ),
  );
}

function showCommand(context: CommandContext): Command {
  return ofWebhook("show", "show one, and how it has been going").action(
    async (id: string, options: AnswerOptions) =>
      printAnswer(context, options, {
        ask: async (client) => client.loadWebhook(id),
        describe: describeWebhook,
      }),
  );
}

function rotateCommand(context: CommandContext): Command {
  return ofWebhook(
    "rotate-secret",
    "make a new secret; the one before signs beside it for a day",
  ).action(async (id: string, options: AnswerOptions) =>
    printAnswer(context, options, {
      ask: async (client) => client.rotateWebhookSecret(id),
      describe: describeWithSecret,
    }),
  );
}

function enableCommand(context: CommandContext): Command {
  return ofWebhook("enable", "send to it again, at once all that waits").action(
    async (id: string, options: AnswerOptions) =>
      printAnswer(context, options, {
        ask: async (client) => client.enableWebhook(id),
        describe: describeWebhook,
      }),
  );
}

function disableCommand(context: CommandContext): Command {
  return ofWebhook("disable", "send nothing to it; what happens meanwhile waits")
    .requiredOption("--reason <text>", "why, as the webhook shows it")
    .action(
      async (id: string, { reason, ...options }: AnswerOptions & { readonly reason: string }) =>
        printAnswer<Webhook>(context, options, {
          ask: async (client) => client.disableWebhook(id, reason),
          describe: describeWebhook,
        }),
    );
}

function removeCommand(context: CommandContext): Command {
  return ofWebhook("remove", "remove it with its log and what waits").action(
    async (id: string, options: AnswerOptions) =>
      printAnswer(context, options, {
        ask: async (client) => client.removeWebhook(id),
        describe: () => `Webhook ${id} is removed.`,
      }),
  );
}

function testCommand(context: CommandContext): Command {
  return ofWebhook("test", "send it a message that tells of nothing").action(
    async (id: string, options: AnswerOptions) =>
      printAnswer(context, options, {
        ask: async (client) => client.testWebhook(id),
        describe: ({ messageId }) =>
          `Message ${messageId} is on its way; the log shows the answer.`,
      }),
  );
}

function logCommand(context: CommandContext): Command {
  return ofWebhook("log", "show what it was told, and every attempt, the newest first")
    .option("--limit <count>", "how many of the newest messages (default: 100)", wholeNumber(1))
    .action(
      async (id: string, { limit, ...options }: AnswerOptions & { readonly limit?: number }) =>
        printAnswer(context, options, {
          ask: async (client) => ({ messages: await client.listWebhookMessages(id, limit) }),
          describe: ({ messages }) => describeMessages(messages),
        }),
    );
}

function resendCommand(context: CommandContext): Command {
  return ofWebhook("resend", "send a message once more, under its own id")
    .argument("<message>", "id of the message, as the log shows it")
    .action(async (id: string, message: string, options: AnswerOptions) =>
      printAnswer(context, options, {
        ask: async (client) => client.resendWebhookMessage(id, message),
        describe: ({ messageId }) => `Message ${messageId} is on its way once more.`,
      }),
    );
}

function ofWebhook(name: string, summary: string): Command {
  return addAnswerOptions(
    new Command(name).summary(summary).argument("<webhook>", "its id, as the list shows it"),
  );
}
