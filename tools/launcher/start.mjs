// `npm start`: installs what running needs, then starts the platform and the demo.
import { begin } from "./src/begin.mjs";

begin({
  mode: "start",
  program: ["--conditions=@slipway/source", "tools/start/src/main.ts"],
});
