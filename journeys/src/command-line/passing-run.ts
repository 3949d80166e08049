import { join } from "node:path";

import { username, type CommandWorld, type Ended } from "./command-line.world.ts";

/** One `validate` of the example partner from the first call on, which takes its credentials as soon as they are there. */
export async function passingRun(world: CommandWorld): Promise<Ended> {
  const credentials = join(world.folder, "credentials.json");
  const begun = world.begin([
    ...["validate", "--framework", "prime-assessment", "--data", world.data],
    ...["--endpoint", world.partner.endpoint, "--auth", `basic:${username}`],
    ...["--password-file", world.passwordFile, "--credentials-file", credentials],
    ...["--partner-config", world.partnerConfig, "--wait-for-partner", "60", "--format", "json"],
  ]);
  await begun.prints("Credentials of the sandbox's customers are in");
  await world.configurePartner(credentials);
  return begun.ended;
}
