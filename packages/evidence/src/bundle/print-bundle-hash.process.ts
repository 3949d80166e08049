import { smallBundle } from "../evidence.world.ts";
import { sha256Of } from "./checksum-list.ts";

// Packs the small bundle in a process of its own.
process.stdout.write(sha256Of(smallBundle()));
