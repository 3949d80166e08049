// `npm test`: installs everything, then runs all tests, or those that the arguments name.
import { begin } from "./src/begin.mjs";

begin({ mode: "full", program: ["node_modules/vitest/vitest.mjs", "run"] });
