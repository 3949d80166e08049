import type { Thread, ThreadItem } from "@slipway/platform-client";

import { textTable } from "../../text-table.ts";

/** Threads as a table. */
export function describeThreads(threads: readonly Thread[]): string {
  if (threads.length === 0) return "No threads.";
  return textTable([
    ["thread", "state", "opened", "owner", "integration", "about", "question"],
    ...threads.map((thread) => [
      thread.id,
      thread.state,
      thread.openedAt,
      ownerOf(thread),
      thread.integrationId,
      itemText(thread.item),
      thread.messages[0]?.text ?? "",
    ]),
  ]);
}

/** One thread with all that was said. */
export function describeThread(thread: Thread): string {
  return [
    `Thread ${thread.id} about ${itemText(thread.item)} of integration ${thread.integrationId}`,
    `${thread.state}, owner ${ownerOf(thread)}`,
    ...thread.messages.map(
      ({ author, at, text }) => `${at} ${author.name} of ${author.organisation}: ${text}`,
    ),
  ].join("\n");
}

function ownerOf({ owner }: Thread): string {
  return owner.kind === "person" ? owner.name : "Developer Support";
}

/** As `run 0190…`: its kind, and what was typed to ask about it. */
function itemText({ kind, ...named }: ThreadItem): string {
  return `${kind} ${Object.values(named).join(" ")}`;
}
