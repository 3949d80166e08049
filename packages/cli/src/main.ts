#!/usr/bin/env node
import { nodeFault } from "./node-fault.ts";

// Only this file and the next may be read by an older Node: the rest is loaded when it is known to work.
const fault = nodeFault(process.versions.node);
if (fault === undefined) {
  const { runProcess } = await import("./run-process.ts");
  await runProcess();
} else {
  process.stderr.write(fault);
  process.exitCode = 2;
}
