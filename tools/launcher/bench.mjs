// `npm run bench`: installs the platform and, apart from it, the peers it is measured against; then measures.
import { begin } from "./src/begin.mjs";

begin({
  mode: "start",
  neighbours: ["bench"],
  program: ["--conditions=@slipway/source", "bench/src/main.ts"],
});
