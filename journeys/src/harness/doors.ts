import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import type { Socket } from "node:net";

/** A way into the product that its users have too. Calling its functions is none. */
export type Door = "http" | "command-line" | "browser";

type DoorUse =
  | { readonly kind: "answered"; readonly test: string | undefined; readonly port: number }
  | { readonly kind: "process"; readonly test: string | undefined; readonly child: ChildProcess };

/**
 * Which doors a test file really went through, seen from Node's own diagnostics channels: an answer that arrived over a
 * socket from another process, a process that was started. A test cannot claim a door here, it can only use it. An answer
 * of the test's own server counts for nothing, and neither does Fastify's `inject`, which opens no socket.
 */
export interface DoorWatch {
  /** Doors used by the test of that name or by the set-up of its file. */
  readonly usedBy: (test: string) => ReadonlySet<Door>;
}

/** Starts to watch, for the rest of the process; `currentTest` names the running test, undefined while none has run. */
export function watchDoors(currentTest: () => string | undefined): DoorWatch {
  const uses: DoorUse[] = [];
  const ownPorts = new Set<number>();
  const answered = (port: number): void => {
    uses.push({ kind: "answered", test: currentTest(), port });
  };
  // What arrives are the channels' documented messages, as far as they are read here.
  subscribe("http.server.request.start", (message) => {
    const { socket } = message as { readonly socket: Socket };
    if (socket.localPort !== undefined) ownPorts.add(socket.localPort);
  });
  subscribe("undici:request:headers", (message) => {
    const { request } = message as { readonly request: { readonly origin: string | URL } };
    answered(Number(new URL(request.origin).port));
  });
  subscribe("http.client.response.finish", (message) => {
    const { request } = message as { readonly request: ClientRequest };
    answered(request.socket?.remotePort ?? 0);
  });
  // The child has no arguments yet when it is announced; they are read later.
  subscribe("child_process", (message) => {
    const { process: child } = message as { readonly process: ChildProcess };
    uses.push({ kind: "process", test: currentTest(), child });
  });
  return {
    usedBy: (test) =>
      new Set(
        uses
          .filter((use) => use.test === undefined || use.test === test)
          .filter((use) => use.kind === "process" || !ownPorts.has(use.port))
          .map(doorOf)
          .filter((door) => door !== undefined),
      ),
  };
}

function doorOf(use: DoorUse): Door | undefined {
  if (use.kind === "answered") return "http";
  // A process that could not be started has no arguments and no id.
  if (use.child.pid === undefined) return undefined;
  return doorOfCommand(use.child.spawnargs);
}

const ownCommand = /(?:^|\/)(?:slipway(?:\.[cm]?[jt]s)?|packages\/cli\/\S+|tools\/launcher\/\S+)$/u;
const browserCommand = /(?:^|\/)(?:chrom(?:e|ium)|headless_shell)[^/]*$/u;

/** The door that a command opens: ours, a browser's, or none (a database server, a shell tool). */
export function doorOfCommand(command: readonly string[]): Door | undefined {
  const [program = "", ...args] = command;
  if (browserCommand.test(program)) return "browser";
  if (ownCommand.test(program) || args.some((arg) => ownCommand.test(arg))) return "command-line";
  const isNpm = /(?:^|\/)npm$/u.test(program);
  return isNpm && args.some((arg) => arg === "start" || arg === "test")
    ? "command-line"
    : undefined;
}
