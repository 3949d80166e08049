import { parseModule, type ParsedModule } from "@slipway/generate-docs";
import { Visitor, type Node } from "oxc-parser";
import { applyExceptions, type Exceptions } from "../exceptions.ts";
import type { Finding, Guard } from "../finding.ts";
import { isTestFile, sourceFiles } from "../source-files.ts";

const rule = "takes-time-as-parameter";

/** The one place that holds the ambient clock, and a client that others build into programs of their own. */
const exceptions: Exceptions = {
  "packages/foundation/src/clock.ts": "holds the ambient clock that apps pass down",
  "packages/platform-client/src/caller.ts":
    "fetch is an option; whoever leaves it out gets the machine's own",
  "packages/sdk/src/machine.ts":
    "an option of the sdk; whoever leaves it out gets the machine's own",
};

/** Timers where real time is meant: time-outs, waiting for what is lost, group commit. Nothing else of these files is excused. */
const realTimers: Exceptions = {
  "packages/conformance/src/drive/run-engine.ts":
    "looks for work by itself, should a wake-up be lost",
  "packages/database/src/embedded/postmaster.ts": "waits for a process of the machine",
  "packages/database/src/embedded/settle-previous-postmaster.ts":
    "waits for a process of the machine",
  "packages/database/src/notifications.ts": "opens a broken connection again",
  "packages/event-delivery/src/keep-trying.ts": "waits for a database that is away",
  "packages/event-delivery/src/outbound/send-call.ts": "the partner's time-out",
  "packages/event-delivery/src/wake-up-loop.ts":
    "looks for work by itself, should a wake-up be lost",
  "packages/exchange-log/src/storage/copy-connection.ts": "the time-out of a stalled connection",
  "packages/exchange-log/src/storage/group-commit.ts": "patience with a connection that is down",
  "packages/programme/src/bell.ts": "rings by itself, should a wake-up be lost",
  "packages/sandbox-api/src/quota/request-quota.ts": "writes counters in batches",
  "packages/sdk/src/machine.ts":
    "an option of the sdk; whoever leaves it out gets the machine's own",
};

const ambientMembers = new Set([
  "Date.now",
  "Math.random",
  "crypto.getRandomValues",
  "crypto.randomUUID",
  "globalThis.fetch",
  "performance.now",
  "process.hrtime",
  "AbortSignal.timeout",
]);
const ambientCalls = new Set(["fetch", "setInterval", "setTimeout"]);
const ambientImports = new Map([
  [
    "node:crypto",
    new Set(["getRandomValues", "randomBytes", "randomInt", "randomUUID", "webcrypto"]),
  ],
  ["node:timers/promises", new Set(["setInterval", "setTimeout", "scheduler"])],
  ["node:timers", new Set(["setInterval", "setTimeout"])],
  ["node:perf_hooks", new Set(["performance"])],
]);

/** Below `apps`, time, randomness and network are parameters: nobody there reads them from around itself. */
export const takesTimeAsParameter: Guard = async (root) => {
  const files = sourceFiles(root).filter(isBelowApps);
  const { timers = [], others = [] } = Object.groupBy(
    files.flatMap((path) => ambientUses(parseModule(root, path))),
    ({ message }) => (/found set(?:Interval|Timeout)/u.test(message) ? "timers" : "others"),
  );
  const findings = [
    ...applyExceptions(others, { rule, exceptions }),
    ...applyExceptions(timers, { rule, exceptions: realTimers }),
  ];
  return { filesSeen: files.length, findings };
};

// The command line stands on the row of the apps: it wires, therefore it may know the machine's clock.
function isBelowApps(path: string): boolean {
  return (
    /^packages\/[^/]+\/src\//u.test(path) && !path.startsWith("packages/cli/") && !isTestFile(path)
  );
}

function ambientUses(parsed: ParsedModule): readonly Finding[] {
  const { path, program, lineAt } = parsed;
  const findings: Finding[] = [];
  const report = (node: Node, what: string): void => {
    const message = `Expected time, randomness and network as parameters, found ${what}. Take clock, ids or fetch from the caller.`;
    findings.push({ rule, path, line: lineAt(node.start), message, level: "error" });
  };
  const bound = boundNames(parsed);
  new Visitor({
    NewExpression: (node) => {
      const isNow =
        node.callee.type === "Identifier" &&
        node.callee.name === "Date" &&
        node.arguments.length === 0;
      if (isNow) report(node, "new Date()");
    },
    CallExpression: ({ callee }) => {
      if (callee.type !== "Identifier") return;
      if (ambientCalls.has(callee.name) && !bound.has(callee.name))
        report(callee, `${callee.name}()`);
      if (callee.name === "Date") report(callee, "Date()");
    },
    MemberExpression: (node) => {
      const name = memberName(node);
      if (ambientMembers.has(name) && !bound.has(name.split(".")[0] ?? "")) report(node, name);
    },
    ImportDeclaration: (node) => {
      const forbidden = ambientImports.get(node.source.value) ?? new Set();
      for (const specifier of node.specifiers) {
        const name = specifier.type === "ImportSpecifier" ? importedName(specifier.imported) : "*";
        if (node.importKind !== "type" && forbidden.has(name))
          report(specifier, `${name} of ${node.source.value}`);
      }
    },
  }).visit(program);
  return findings;
}

function memberName(node: Node): string {
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return "";
  return node.property.type === "Identifier" ? `${node.object.name}.${node.property.name}` : "";
}

function importedName(name: Node): string {
  return name.type === "Identifier" ? name.name : "";
}

// A name that the file itself binds (a parameter called `fetch`) is not the ambient one.
function boundNames({ text, module }: ParsedModule): ReadonlySet<string> {
  const names = module.staticImports.flatMap(({ entries }) =>
    entries.map(({ localName }) => localName.value),
  );
  const parameters = [...ambientCalls].filter((name) =>
    new RegExp(String.raw`[({,]\s*${name}\s*[,}:)=]`, "u").test(text),
  );
  return new Set([...names, ...parameters]);
}
