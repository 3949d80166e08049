import { Command } from "commander";

import type { ListingMove } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "../integration/actor-options.ts";
import { describeListing, describeMarketplace } from "./describe-listing.ts";
import { readListing } from "./read-listing.ts";

/** `slipway listing`: what customers see of an integration, from its draft to the marketplace and out of it. */
export function listingCommand(context: CommandContext): Command {
  const command = new Command("listing")
    .summary("draft, publish and withdraw listings; show the marketplace")
    .description(
      "Nothing is listed before its validation is approved. Prime comes before Standard, then whoever was validated last. While an integration is suspended its listing says that it is not available; the programme may take a listing down, and puts it up again.",
    );
  command.addCommand(draftCommand(context));
  for (const move of moves) command.addCommand(moveCommand(context, move));
  command.addCommand(showCommand(context));
  command.addCommand(listCommand(context));
  return command;
}

function draftCommand(context: CommandContext): Command {
  const command = new Command("draft")
    .summary("save what the listing is to say; customers see it when it is published")
    .argument("<integration>", "its id")
    .requiredOption(
      "--file <file>",
      "JSON file with name, tagline, description, categories, optionalFeatures, supportContact, links",
    )
    .action(
      async (id: string, options: AnswerOptions & ActorOptions & { readonly file: string }) => {
        const draft = await readListing(options.file);
        await printAnswer(context, options, {
          ask: async (client) => client.saveListingDraft(id, { draft, ...actorOf(options) }),
          describe: describeListing,
        });
      },
    );
  return addAnswerOptions(addActor(command));
}

interface Move {
  readonly event: ListingMove["event"];
  readonly summary: string;
}

const moves: readonly Move[] = [
  { event: "publish", summary: "show the draft in the marketplace" },
  { event: "withdraw", summary: "take it out, by its partner" },
  { event: "take-down", summary: "take it out, by the programme" },
  { event: "put-up", summary: "put up again what the programme took down" },
];

function moveCommand(context: CommandContext, { event, summary }: Move): Command {
  const command = new Command(event)
    .summary(summary)
    .argument("<integration>", "its id")
    .option("--reason <text>", "why; it stays on record", "")
    .action(
      async (id: string, options: AnswerOptions & ActorOptions & { readonly reason: string }) =>
        printAnswer(context, options, {
          ask: async (client) =>
            client.moveListing(id, { event, ...actorOf(options), reason: options.reason }),
          describe: describeListing,
        }),
    );
  return addAnswerOptions(addActor(command));
}

function showCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("show")
      .summary("show the listing of an integration, published or not")
      .argument("<integration>", "its id")
      .action(async (id: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.loadListing(id),
          describe: describeListing,
        }),
      ),
  );
}

function listCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("list")
      .summary("show the marketplace as customers see it")
      .action(async (options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.viewMarketplace(),
          describe: describeMarketplace,
        }),
      ),
  );
}
