import { Command, Option } from "commander";

import { verifyBundle, type BundleVerdict } from "@slipway/evidence";

import type { CommandContext } from "../../command-context.ts";
import { exitCodes } from "../../exit-codes.ts";
import { jsonOf } from "../../reports/report-format.ts";
import { describeVerification } from "./describe-verification.ts";
import { readBundle, readKeys } from "./read-evidence-files.ts";

const exitCodeOf: Readonly<Record<BundleVerdict, number>> = {
  genuine: exitCodes.passed,
  altered: exitCodes.findings,
  "not-a-bundle": exitCodes.usage,
  "key-unknown": exitCodes.keyUnknown,
  "key-revoked": exitCodes.keyRevoked,
};

interface VerifyOptions {
  readonly keys?: string;
  readonly format: "text" | "json";
}

/** `slipway verify`: whether a bundle is what a programme signed. Needs no platform and no network. */
export function verifyEvidenceCommand({ screen, endWith }: CommandContext): Command {
  return new Command("verify")
    .summary("verify an evidence bundle, offline")
    .description(
      "Says whether a bundle is, byte by byte, what a programme signed, and what is wrong with it if not. Ends with 0: genuine, 1: altered, 2: not a bundle, 7: signed by an unknown key, 8: signed by a revoked key.",
    )
    .argument("<bundle>", "the archive")
    .option(
      "--keys <file>",
      "public keys of the programme, from /.well-known/slipway/evidence-keys (default: evidence-keys.json beside the bundle)",
    )
    .addOption(new Option("--format <format>", "form").choices(["text", "json"]).default("text"))
    .action(async (bundle: string, options: VerifyOptions) => {
      const keys = await readKeys(options.keys, bundle);
      const verification = verifyBundle(await readBundle(bundle), keys);
      screen.print(
        options.format === "json"
          ? jsonOf(verification)
          : describeVerification(bundle, verification),
      );
      endWith(exitCodeOf[verification.verdict]);
    });
}
