import { existsSync } from "node:fs";
import { join } from "node:path";

import { exportedBy } from "../exported-by.ts";
import type { Page } from "../page.ts";

const source = "packages/platform-api/src/openapi/platform-api-document.ts";

/** `docs/openapi.json`: the platform API as its server describes it. */
export const openapiPage: Page = {
  path: "docs/openapi.json",
  render: async (root) => {
    if (!existsSync(join(root, source))) return undefined;
    const { platformApiDocument } = await exportedBy(root, source);
    // The function of this name; its own package types it.
    const describe = platformApiDocument as () => object;
    return `${JSON.stringify(describe(), undefined, 1)}\n`;
  },
};
