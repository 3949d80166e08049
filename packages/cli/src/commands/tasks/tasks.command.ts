import { Command } from "commander";

import type { Task } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";

/** `slipway tasks`: what waits for a person. */
export function tasksCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("tasks")
      .summary("list what waits for a person, oldest first")
      .action(async (options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => ({ tasks: await client.listTasks() }),
          describe: ({ tasks }) => describeTasks(tasks),
        }),
      ),
  );
}

function describeTasks(tasks: readonly Task[]): string {
  if (tasks.length === 0) return "Nothing waits for a person.";
  return tasks
    .map(({ kind, integrationId, deadlineId, noticeId, openedAt, toDo }) =>
      [
        `${openedAt}  ${kind}, integration ${integrationId}`,
        ...(deadlineId === undefined ? [] : [`  deadline ${deadlineId}`]),
        ...(noticeId === undefined ? [] : [`  notice ${noticeId}`]),
        `  ${toDo}`,
      ].join("\n"),
    )
    .join("\n");
}
