// This file and machine-fault.mjs must be readable for any Node that knows modules (12 and newer): a Node that is too old
// shall get a sentence, not a syntax error. Hence no syntax and no built-in module younger than that.
import { machineFault, thisMachine } from "./machine-fault.mjs";

/**
 * Looks at the machine, then hands over to the launcher.
 *
 * @param {import("./launch.mjs").Launch} launch
 */
export function begin(launch) {
  const fault = machineFault(thisMachine(), process.env);
  if (fault !== undefined) {
    process.stderr.write(`${fault.text}\n`);
    process.exitCode = fault.exitCode;
    return;
  }
  import("./launch.mjs")
    .then((module) => module.launch(launch))
    .catch((error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exitCode = 70;
    });
}
