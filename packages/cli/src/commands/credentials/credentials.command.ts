import { Command, Option } from "commander";

import type { CredentialKind, IssuedCredential } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { findTenant } from "./find-tenant.ts";

interface IssueOptions extends AnswerOptions {
  readonly kind: CredentialKind;
  readonly group?: string;
}

const kinds = ["basic", "hmac", "oauth"] as const satisfies readonly CredentialKind[];

/** `slipway credentials`: with what an integration proves to the sandbox who it is. */
export function credentialsCommand(context: CommandContext): Command {
  return new Command("credentials")
    .summary("issue credentials for the ATS of a sandbox")
    .description(
      "An integration calls the ATS with a password (basic), with signed requests (hmac) or with tokens (oauth). What is issued is shown this once. Earlier credentials of the same kind and login group stay valid for a day; all others stay as they are.",
    )
    .addCommand(issueCommand(context));
}

function issueCommand(context: CommandContext): Command {
  const command = new Command("issue")
    .summary("issue one for a customer, and show it")
    .argument("<customer>", "customer id of one of the sandbox's tenants")
    .addOption(
      new Option("--kind <kind>", "how the integration proves who it is")
        .choices(kinds)
        .default("basic"),
    )
    .option(
      "--group <name>",
      'login group of its user, as "slipway login-groups" knows it (default: "Integration User")',
    )
    .action(async (customer: string, options: IssueOptions) =>
      printAnswer(context, options, {
        ask: async (client) => {
          const { sandboxId, region, baseUrl } = await findTenant(client, customer);
          const { kind, group } = options;
          const wanted = { kind, ...(group === undefined ? {} : { loginGroup: group }) };
          return { baseUrl, ...(await client.issueCredential(sandboxId, region, wanted)) };
        },
        describe: describeCredential,
      }),
    );
  return addAnswerOptions(command);
}

function describeCredential(issued: IssuedCredential & { readonly baseUrl: string }): string {
  const rows = [["ATS", issued.baseUrl], ...rowsOf(issued)];
  return rows.map(([name = "", value = ""]) => `${name.padEnd(14)}${value}`).join("\n");
}

function rowsOf(issued: IssuedCredential): readonly (readonly [string, string])[] {
  switch (issued.kind) {
    case "basic":
      return [
        ["user", issued.username],
        ["password", issued.password],
      ];
    case "hmac":
      return [
        ["user", issued.username],
        ["key", issued.key],
        ["scheme", "x-icims-v1-hmac-sha256"],
      ];
    case "oauth":
      return [
        ["token address", issued.tokenUrl],
        ["client id", issued.clientId],
        ["client secret", issued.clientSecret],
        ["audience", issued.audience],
      ];
  }
}
