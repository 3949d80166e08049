import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { tagsEveryStatement } from "./tags-every-statement.ts";

const switches =
  'export const vendorSwitches = [\n  {\n    id: "patchAnswer",\n  },\n  {\n    id: "lonely",\n  },\n];\n';

test("names statements without a tag, a choice or an id of their own, and switches without a statement", async () => {
  const page = [
    "| id | statement | evidence | source | switch |",
    "| --- | --- | --- | --- | --- |",
    "| VB-A-01 | Known. | DOC | page | |",
    "| VB-A-01 | Again. | CLI | page | |",
    "| VB-A-02 | Somehow. | MAYBE | page | |",
    "| VB-A-03 | Inferred. | INF | | |",
    "| VB-A-04 | Inferred. | INF | | `patchAnswer` |",
    "| VB-A-05 | Unknown. | UNK | | fixed: 405 |",
    "| VB-A-06 | Unknown. | UNK | | `gone` |",
  ].join("\n");
  expect(
    await placesIn(tagsEveryStatement, {
      "docs/vendor-behaviour/a.md": page,
      "packages/ats-model/src/tenant/vendor-switches.ts": switches,
    }),
  ).toEqual([
    "docs/vendor-behaviour/a.md:4 VB-A-01 a second time.",
    'docs/vendor-behaviour/a.md:5 "MAYBE" as the evidence of VB-A-02.',
    'docs/vendor-behaviour/a.md:6 "".',
    "docs/vendor-behaviour/a.md:9 gone in VB-A-06.",
    "packages/ats-model/src/tenant/vendor-switches.ts:1 none.",
  ]);
});
