import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";
import { recordedProofs, type RecordedProof } from "../proofs.ts";
import { isTestPath, requirementCitations, type Citation } from "../requirement-citations.ts";
import { requirementState } from "../requirement-state.ts";
import { requirements, type Requirement } from "../requirements.ts";

const intro = `${generatedFrom("tools/generate-docs/src/requirements.ts and journeys/proofs")}

# Requirements

The duties of the programme, where each is implemented and what proves it. A proof counts only when its test went through
HTTP, the command line or a browser; the journey harness records the door that was really used.

- **open**: no code cites it.
- **partial**: cited in code, but not proven through a door, or part of it remains to be built.
- **API**: whole and proven over HTTP or the command line; its page in the portal is to come.
- **done**: whole and proven through every door it needs.
`;

const header = ["id", "duty", "state", "implemented in", "proven by", "remaining"];

/** `docs/requirements.md`: one row per requirement. */
export const requirementsPage: Page = {
  path: "docs/requirements.md",
  render: (root) => {
    const evidence = { proofs: recordedProofs(root), citations: requirementCitations(root) };
    const groups = Map.groupBy(requirements, ({ group }) => group);
    const sections = [...groups].map(
      ([group, members]) =>
        `## ${group}\n\n${markdownTable(
          header,
          members.map((requirement) => rowOf(requirement, evidence)),
        )}\n`,
    );
    return [intro, ...sections].join("\n");
  },
};

interface Evidence {
  readonly proofs: readonly RecordedProof[];
  readonly citations: readonly Citation[];
}

function rowOf(requirement: Requirement, evidence: Evidence): readonly string[] {
  const proofs = evidence.proofs.filter((proof) => proof.requirement === requirement.id);
  const citations = evidence.citations.filter(
    (citation) => citation.requirement === requirement.id,
  );
  return [
    requirement.id,
    requirement.duty,
    requirementState(requirement, proofs, citations),
    codePaths(citations).join("<br>"),
    proofs.map(({ file, test, door }) => `\`${file}\` › ${test} (${door})`).join("<br>"),
    requirement.remaining ?? "",
  ];
}

function codePaths(citations: readonly Citation[]): readonly string[] {
  const paths = new Set(citations.map(({ path }) => path).filter((path) => !isTestPath(path)));
  return [...paths].map((path) => `\`${path}\``);
}
