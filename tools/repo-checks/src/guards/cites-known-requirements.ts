import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  parseModule,
  recordedProofs,
  requirementCitations,
  requirements,
  repositoryFiles,
} from "@slipway/generate-docs";
import type { RecordedProof } from "@slipway/generate-docs";
import { Visitor } from "oxc-parser";
import type { Finding, Guard } from "../finding.ts";

const rule = "cites-known-requirements";

/** A requirement that code or a test names exists, and a proof on record has its test, which still claims it. */
export const citesKnownRequirements: Guard = async (root) => {
  const known = new Set<string>(requirements.map(({ id }) => id));
  const files = new Set(repositoryFiles(root));
  const strangers = requirementCitations(root)
    .filter(({ requirement }) => !known.has(requirement))
    .map(({ requirement, path, line }) =>
      finding(
        path,
        line,
        `Expected one of REQ-01 to REQ-${String(known.size)}, found ${requirement}.`,
      ),
    );
  const orphans = recordedProofs(root).flatMap((proof) => orphaned(root, { proof, files }));
  return { filesSeen: files.size, findings: [...strangers, ...orphans] };
};

function orphaned(
  root: string,
  { proof, files }: { readonly proof: RecordedProof; readonly files: ReadonlySet<string> },
): readonly Finding[] {
  const { requirement, door, test, record, file } = proof;
  const rerecord = "Run its file with RECORD_PROOFS=1 again.";
  if (!files.has(file))
    return [finding(record, 1, `Expected the test file ${file}, found none. Remove the record.`)];
  const text = readFileSync(join(root, file), "utf8");
  const name = test.split(" > ").at(-1) ?? test;
  if (!titlesIn(root, file).some((title) => title.test(name))) {
    return [finding(record, 1, `Expected a test "${name}" in ${file}, found none. ${rerecord}`)];
  }
  // In a test for each of several duties the id is a parameter, and stands in the list.
  const claim = new RegExp(
    String.raw`\bproves\(\s*(?:["']${requirement}["']|\w+),\s*\{\s*door:\s*["']${door}["']`,
    "u",
  );
  if (claim.test(text) && text.includes(requirement)) return [];
  return [
    finding(
      record,
      1,
      `Expected ${file} to say proves("${requirement}", { door: "${door}" }), found no such line. ${rerecord}`,
    ),
  ];
}

// Every text of the file may be a title; what a parameter fills in (`%s`, `$name`) matches anything.
function titlesIn(root: string, file: string): readonly RegExp[] {
  const titles: RegExp[] = [];
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value !== "string") return;
      const parts = value
        .split(/%[sdifjo#%]|\$[\w.]+/u)
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`));
      titles.push(new RegExp(`^${parts.join(".+")}$`, "u"));
    },
  }).visit(parseModule(root, file).program);
  return titles;
}

function finding(path: string, line: number, message: string): Finding {
  return { rule, path, line, message, level: "error" };
}
