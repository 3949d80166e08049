import { setTimeout as sleep } from "node:timers/promises";

import {
  PlatformRefusedProblem,
  type PlatformClient,
  type PreflightItem,
  type PreflightReport,
  type Run,
  type RunStartSelection,
} from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";

export interface StartOptions {
  readonly client: PlatformClient;
  readonly sandboxId: string;
  readonly packVersion: string | undefined;
  /** Left out: the whole pack. */
  readonly selection?: RunStartSelection;
  /** How long to wait for a green preflight; without end if undefined. */
  readonly waitMs: number | undefined;
}

export type StartOutcome =
  | { readonly kind: "started"; readonly run: Run }
  | { readonly kind: "red"; readonly preflight: PreflightReport };

const lookEveryMs = 2000;

/** Starts a run as soon as the preflight is green, telling what keeps it from that; gives up when the time is over. */
export async function startWhenGreen(
  options: StartOptions,
  { screen, stopping }: Pick<CommandContext, "screen" | "stopping">,
): Promise<StartOutcome> {
  const until = Date.now() + (options.waitMs ?? Number.POSITIVE_INFINITY);
  let told = "";
  for (;;) {
    screen.progress("Preflight …");
    const outcome = await tryToStart(options);
    stopping.throwIfAborted();
    screen.progress("");
    if (outcome.kind === "started" || Date.now() >= until) return outcome;
    const lines = ["Waiting until your endpoint is ready (Ctrl-C ends):"].concat(
      describePreflight(outcome.preflight),
    );
    if (lines.join("\n") !== told) for (const line of lines) screen.tell(line);
    told = lines.join("\n");
    await sleep(Math.min(lookEveryMs, until - Date.now()), undefined, { signal: stopping });
  }
}

/** What keeps a run from starting, in the lines that a person reads. */
export function describePreflight({ items }: PreflightReport): readonly string[] {
  return items.flatMap((item) => describeItem(item));
}

function describeItem({ region, title, outcome }: PreflightItem): readonly string[] {
  if (outcome.kind !== "red") return [];
  return [
    `  ✕ ${title} (tenant ${region})`,
    `      expected  ${outcome.expected}`,
    `      found     ${outcome.found}`,
    `      do next   ${outcome.toDo}`,
  ];
}

async function tryToStart({
  client,
  sandboxId,
  packVersion,
  selection,
}: StartOptions): Promise<StartOutcome> {
  try {
    return { kind: "started", run: await client.startRun(sandboxId, packVersion, selection) };
  } catch (error) {
    if (!(error instanceof PlatformRefusedProblem)) throw error;
    const { preflight } = error.document;
    if (preflight === undefined) throw error;
    return { kind: "red", preflight };
  }
}
