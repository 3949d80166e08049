import { Command, Option } from "commander";

import type { Registration } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { describeLifecycle } from "./describe-lifecycle.ts";

interface RegisterOptions extends AnswerOptions {
  readonly framework: string;
  readonly type?: NonNullable<Registration["connectorType"]>;
  readonly path: NonNullable<Registration["path"]>;
  readonly of?: string;
  readonly contact?: string;
  readonly customer?: string;
}

/** Puts an integration on record. */
export function registerCommand(context: CommandContext): Command {
  const command = new Command("register")
    .summary("put one on record")
    .argument("<name>", "its name; no two have the same")
    .requiredOption("--framework <id>", "the framework whose guide it follows")
    .addOption(
      new Option("--type <type>", "connector type (default: the framework's)").choices([
        "prime",
        "standard",
      ]),
    )
    .addOption(
      new Option("--path <path>", "which of the two ways it goes")
        .choices(["programme-defined", "customer-specific"])
        .default("programme-defined"),
    )
    .option("--of <organisation>", "whose it is (default: that of the token, or nobody's)")
    .option("--contact <address>", "mail address of whoever is told about it")
    .option("--customer <name>", "on the customer-specific path: the customer on record")
    .action(async (name: string, options: RegisterOptions) =>
      printAnswer(context, options, {
        ask: async (client) => {
          const { type, contact, customer } = options;
          const { id } = await client.registerIntegration({
            name,
            framework: options.framework,
            ...(type === undefined ? {} : { connectorType: type }),
            path: options.path,
            ...(options.of === undefined ? {} : { organisation: options.of }),
            ...(contact === undefined ? {} : { contact }),
            ...(customer === undefined ? {} : { customer }),
          });
          return client.loadLifecycle(id);
        },
        describe: describeLifecycle,
      }),
    );
  return addAnswerOptions(command);
}

/** Puts a customer on record. */
export function customerCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("record-customer")
      .summary("put a customer on record, for whom a customer-specific integration is built")
      .argument("<name>", "its name")
      .action(async (name: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.recordCustomer(name),
          describe: (customer) => `Customer ${customer.id}: ${customer.name}`,
        }),
      ),
  );
}
