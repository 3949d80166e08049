import { Command } from "commander";

import type { AccessToken, IssuedToken, Scope } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { commaSeparated, wholeNumber } from "../../parse-argument.ts";
import { textTable } from "../../text-table.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";

/** `slipway token`: with what people call. */
export function tokenCommand(context: CommandContext): Command {
  const command = new Command("token")
    .summary("issue, list and revoke the tokens with which people call")
    .description(
      "Whoever has a token acts as the account it was issued for. It is shown once, when it is issued: set SLIPWAY_TOKEN to it.",
    );
  for (const make of [issueCommand, listCommand, revokeCommand]) command.addCommand(make(context));
  return command;
}

interface IssueOptions extends AnswerOptions {
  readonly label: string;
  readonly days?: number;
  readonly scopes?: readonly string[];
}

function issueCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("issue")
      .summary("issue one in an account's name; it is shown this once")
      .argument("<account>", "id of the account")
      .requiredOption("--label <text>", "what it is for")
      .option(
        "--scopes <scopes>",
        "what it is good for, such as programme:read,runs:read (default: all that you have)",
        commaSeparated,
      )
      .option("--days <days>", "for how long (default: 90)", wholeNumber(1))
      .action(async (accountId: string, { label, days, scopes, ...options }: IssueOptions) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.issueToken(accountId, {
              label,
              ...(days === undefined ? {} : { days }),
              // The platform says which there are.
              ...(scopes === undefined ? {} : { scopes: scopes as readonly Scope[] }),
            }),
          describe: describeIssued,
        }),
      ),
  );
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list")
      .summary("list those you may see, newest first")
      .action(async (options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => ({ tokens: await client.listTokens() }),
          describe: ({ tokens }) => describeTokens(tokens),
        }),
      ),
  );
}

function revokeCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("revoke")
      .summary("take one back; it opens nothing from now on")
      .argument("<token>", "its id, as the list shows it")
      .action(async (id: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.revokeToken(id),
          describe: (token) => describeTokens([token]),
        }),
      ),
  );
}

function describeIssued({ token, ...issued }: IssuedToken): string {
  return [describeTokens([issued]), "", "Shown this once:", token].join("\n");
}

function describeTokens(tokens: readonly AccessToken[]): string {
  return textTable([
    ["token", "begins", "expires", "revoked", "last used", "whose", "scopes", "label"],
    ...tokens.map((one) => [
      one.id,
      one.prefix,
      one.expiresAt ?? "never",
      one.revokedAt ?? "no",
      one.lastUsedAt ?? "never",
      one.account === null
        ? "the installation's"
        : `${one.account.name}, ${one.account.role} of ${one.account.organisation}`,
      one.scopes.join(",") || "all",
      one.label,
    ]),
  ]);
}
