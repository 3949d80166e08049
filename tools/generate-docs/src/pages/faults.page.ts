import { tableAt } from "../exported-by.ts";
import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";

const sources = "packages/conformance/src/judge/fault";

interface FaultRule {
  readonly owner: string;
  readonly applies: string;
}

const intro = `${generatedFrom(`\`${sources}/fault-rules.ts\``)}

# Whose fault it is

Every failure, warning and checker-error of a run names the owner of its fault and the recorded facts that decided it. The rules
are asked in this order, and the first that applies decides. A failure whose owner is the sandbox or the checker becomes a
checker-error: a fault of ours is never held against a partner.
`;

/** Writes `docs/faults.md`: every rule by which a fault is given to its owner, in their order. */
export const faultsPage: Page = {
  path: "docs/faults.md",
  render: async (root) => {
    // Constants of these names; their own package types them.
    const rules = (await tableAt(root, `${sources}/fault-rules.ts`, "faultRules")) as
      | Readonly<Record<string, FaultRule>>
      | undefined;
    if (rules === undefined) return undefined;
    const ids = (await tableAt(
      root,
      `${sources}/fault-decision.ts`,
      "faultRuleIds",
    )) as readonly string[];
    const rows = ids.map((id) => {
      const { owner = "", applies = "" } = rules[id] ?? {};
      return [`\`${id}\``, applies, owner === "declared" ? "as the check says" : owner];
    });
    return [intro, markdownTable(["rule", "it applies when", "the fault is of"], rows), ""].join(
      "\n",
    );
  },
};
