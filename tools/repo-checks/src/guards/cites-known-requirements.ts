import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  recordedProofs,
  requirementCitations,
  requirements,
  repositoryFiles,
} from "@slipway/generate-docs";
import type { RecordedProof } from "@slipway/generate-docs";
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
  if (!text.includes(name))
    return [finding(record, 1, `Expected a test "${name}" in ${file}, found none. ${rerecord}`)];
  const claim = new RegExp(
    String.raw`proves\(\s*["']${requirement}["'],\s*\{\s*door:\s*["']${door}["']`,
    "u",
  );
  if (claim.test(text)) return [];
  return [
    finding(
      record,
      1,
      `Expected ${file} to say proves("${requirement}", { door: "${door}" }), found no such line. ${rerecord}`,
    ),
  ];
}

function finding(path: string, line: number, message: string): Finding {
  return { rule, path, line, message, level: "error" };
}
