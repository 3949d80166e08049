import { nodeFault } from "../../node-fault.ts";
import { fault, well, type DoctorFinding } from "./doctor-finding.ts";

const supported = ["linux-x64", "linux-arm64"];

/** Node and the platform: what the command itself needs. */
export function lookAtMachine(
  versions: { readonly node: string; readonly machine: string },
  env: NodeJS.ProcessEnv,
): readonly DoctorFinding[] {
  return [lookAtNode(versions.node), lookAtSupport(versions.machine, env)];
}

function lookAtNode(node: string): DoctorFinding {
  const title = "Node";
  if (nodeFault(node) === undefined) return well(title, node);
  return fault(title, {
    expected: "24.18 or newer",
    found: node,
    toDo: "Install a newer Node.",
  });
}

function lookAtSupport(machine: string, env: NodeJS.ProcessEnv): DoctorFinding {
  const title = "Platform";
  if (supported.includes(machine)) return well(title, machine);
  if (env["DATABASE_URL"]) return well(title, `${machine}, with a database of your own`);
  return fault(title, {
    expected: `one for which the embedded PostgreSQL exists (${supported.join(", ")}, with glibc)`,
    found: machine,
    toDo: "Name a PostgreSQL 18 server in DATABASE_URL.",
  });
}
