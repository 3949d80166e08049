// `npm run slipway -- …`: the command line from a checkout, on the pinned Node.
import { begin } from "./src/begin.mjs";

begin({
  mode: "start",
  program: ["--conditions=@slipway/source", "packages/cli/src/main.ts"],
});
