import assert from "node:assert/strict";
import { test } from "node:test";

import { startPartner } from "../src/start-partner.ts";

const platform = { username: "slipway", password: "for this test" };
const packages = [{ packageId: "logic", name: "Logic", active: true }];
const customer = { ats: { username: "api", password: "unused" }, platform, packages };

test("it lists a customer's packages to who knows the password, and to nobody else", async () => {
  const partner = await startPartner({ customers: { "9001": customer } });
  try {
    const list = async (password: string): Promise<Response> =>
      fetch(`${partner.endpoint}/packages?customerId=9001`, {
        headers: { authorization: `Basic ${btoa(`slipway:${password}`)}` },
      });
    assert.equal((await list("another")).status, 401);
    assert.deepEqual(await (await list("for this test")).json(), { packages });
  } finally {
    await partner.close();
  }
});
