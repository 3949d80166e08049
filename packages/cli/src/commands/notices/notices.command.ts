import { Command, Option } from "commander";

import type { Notice, NoticeWithText, WhoAndWhy } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { wholeNumber } from "../../parse-argument.ts";
import { textTable } from "../../text-table.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { addWhoAndWhy, whoAndWhyOf } from "../who-and-why.ts";

/** `slipway notices`: the outbox of mail. */
export function noticesCommand(context: CommandContext): Command {
  const command = new Command("notices")
    .summary("read the outbox of mail, and resolve what is stuck")
    .description(
      "Every mail that is owed or was sent. What the mail server defers is tried again and never given up. What it may or may not have taken is unknown, is never sent again by itself, and waits for a person, as does what it refused.",
    );
  for (const make of [listCommand, showCommand, resolveCommand]) command.addCommand(make(context));
  return command;
}

interface ListOptions extends AnswerOptions {
  readonly integration?: string;
  readonly state?: Notice["state"];
  readonly limit: number;
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list")
      .summary("list them, newest first")
      .option("--integration <id>", "only those of this integration")
      .addOption(
        new Option("--state <state>", "only those in this state").choices([
          "waiting",
          "sending",
          "handed-over",
          "accepted",
          "unknown",
          "refused",
          "withdrawn",
        ]),
      )
      .addOption(
        new Option("--limit <count>", "how many of the newest")
          .argParser(wholeNumber(1))
          .default(100),
      )
      .action(async (options: ListOptions) =>
        printAnswer(context, options, {
          ask: async (client) => ({
            notices: await client.listNotices({
              ...(options.integration === undefined ? {} : { integration: options.integration }),
              ...(options.state === undefined ? {} : { state: options.state }),
              limit: options.limit,
            }),
          }),
          describe: ({ notices }) => describeNotices(notices),
        }),
      ),
  );
}

function showCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("show")
      .summary("show one with what it says")
      .argument("<notice>", "its id")
      .action(async (id: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.loadNotice(id),
          describe: describeNotice,
        }),
      ),
  );
}

interface ResolveOptions extends AnswerOptions, WhoAndWhy {
  readonly as: "sent" | "send-again";
}

function resolveCommand(context: CommandContext): Command {
  const command = new Command("resolve")
    .summary("say of one what the platform cannot know")
    .argument("<notice>", "its id")
    .addOption(
      new Option("--as <what>", "the mail server took it, or it shall go out now")
        .choices(["sent", "send-again"])
        .makeOptionMandatory(),
    )
    .action(async (id: string, options: ResolveOptions) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.resolveNotice(id, { as: options.as, ...whoAndWhyOf(options) }),
        describe: describeNotice,
      }),
    );
  return addAnswerOptions(addWhoAndWhy(command));
}

function describeNotices(notices: readonly Notice[]): string {
  if (notices.length === 0) return "No notices.";
  return textTable([
    ["notice", "state", "attempts", "created", "to", "subject"],
    ...notices.map((one) => [
      one.id,
      one.state,
      String(one.attempts),
      one.createdAt,
      one.recipient,
      one.subject,
    ]),
  ]);
}

function describeNotice(notice: NoticeWithText): string {
  const { id, state, attempts, dueAt, answer, recipient, subject, text } = notice;
  return [
    `Notice ${id}: ${state} after ${attempts} attempts${state === "waiting" ? `, due ${dueAt}` : ""}`,
    ...(answer === undefined ? [] : [`last answer: ${answer}`]),
    `To: ${recipient}`,
    `Subject: ${subject}`,
    "",
    text,
  ].join("\n");
}
