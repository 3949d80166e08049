import { access, constants, stat } from "node:fs/promises";
import { dirname } from "node:path";

import { fault, well, type DoctorFinding } from "./doctor-finding.ts";

/** Whether the data folder can be used, or made. Changes nothing. */
export async function lookAtFolder(folder: string): Promise<DoctorFinding> {
  const title = "Data folder";
  const exists = await isThere(folder);
  const place = exists ? folder : await nearestExisting(folder);
  try {
    await access(place, constants.W_OK | constants.X_OK);
  } catch {
    return fault(title, {
      expected: `a folder that this user may write, ${folder}`,
      found: `that ${place} cannot be written`,
      toDo: "Correct its owner or mode, or name another folder with --data or SLIPWAY_DATA.",
    });
  }
  return well(title, exists ? folder : `${folder}, not made yet`);
}

export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function nearestExisting(path: string): Promise<string> {
  const above = dirname(path);
  return above === path || (await isThere(above)) ? above : nearestExisting(above);
}
