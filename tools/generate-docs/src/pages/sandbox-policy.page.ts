import { tableAt } from "../exported-by.ts";
import { generatedFrom, type Page } from "../page.ts";

const source = "packages/programme/src/sandboxes/sandbox-policy-text.ts";

/** Writes `docs/sandbox-policy.md`: what a sandbox may be used for, as partners accept it. */
export const sandboxPolicyPage: Page = {
  path: "docs/sandbox-policy.md",
  render: async (root) => {
    // The constant of that name; its own package types it.
    const policy = (await tableAt(root, source, "sandboxPolicyText")) as
      | { readonly version: number; readonly text: string }
      | undefined;
    if (policy === undefined) return undefined;
    return `${generatedFrom(`\`${source}\``)}

# The sandbox policy, version ${policy.version}

A person of the partner accepts it on record (\`slipway sandbox accept-policy\`). How other use is noticed stands in
[misuse-signals.md](misuse-signals.md).

${policy.text}
`;
  },
};
