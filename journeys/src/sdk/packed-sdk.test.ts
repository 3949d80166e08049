import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { installPackedSdk, type PackedSdk } from "./packed-sdk.world.ts";

let sdk: PackedSdk;
beforeAll(async () => {
  sdk = await installPackedSdk();
});
afterAll(async () => sdk?.close());

const use = `
const ats = createAtsClient({
  address: "http://127.0.0.1:9/customers/9001",
  credentials: { kind: "basic", username: "u", password: "p" },
  mostRepeats: 0,
});
ats.people.get(1, { fields: ["firstname"] }).catch((error) => {
  console.log(error instanceof AtsUnavailableError, error.name);
});
`;
const typedUse = `
const ats = createAtsClient({
  address: "https://api.icims.com/customers/9001",
  credentials: { kind: "hmac", username: "u", key: "k" },
});
export async function nameOf(id: number): Promise<string> {
  const { firstname } = await ats.people.get(id, { fields: ["firstname"] });
  return firstname;
}
`;

describe("the sdk as it is published", () => {
  test("it brings no other package and no source", () => {
    expect(sdk.installed.map((path) => path.replace(/^.*node_modules\//u, ""))).toEqual([
      "@slipway/sdk",
    ]);
    expect(sdk.files).toEqual(
      expect.arrayContaining(["README.md", "dist/index.d.ts", "dist/commonjs/index.d.ts"]),
    );
    expect(sdk.files.filter((file) => /(?<!\.d)\.ts$|\.(?:test|world)/u.test(file))).toEqual([]);
  });

  test("every Node of this machine imports and requires it", async () => {
    const names = "{ createAtsClient, AtsUnavailableError }";
    const modules = `import ${names} from "@slipway/sdk";\n${use}`;
    const commonJs = `const ${names} = require("@slipway/sdk");\n${use}`;
    expect(sdk.nodes).not.toEqual([]);
    for (const { program, version } of sdk.nodes) {
      const said = [
        await sdk.run(program, "use.mjs", modules),
        await sdk.run(program, "use.cjs", commonJs),
      ];
      const expected = "true AtsUnavailableError\n";
      expect({ version, said }).toEqual({ version, said: [expected, expected] });
    }
  });

  test.each(["use.mts", "use.cts"])("its types hold in %s", async (name) => {
    const text = `import { createAtsClient } from "@slipway/sdk";\n${typedUse}`;
    // The one finding is the program's own: what is read may be absent.
    const findings = (await sdk.typeCheck(name, text)).match(/error TS\d+.*/gu);
    expect(findings).toEqual([expect.stringContaining("'string | undefined' is not assignable")]);
    expect(await sdk.typeCheck(name, text.replace("<string>", "<string | undefined>"))).toBe("");
  });
});
