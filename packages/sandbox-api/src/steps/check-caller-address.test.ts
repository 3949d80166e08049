import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { isAllowedCaller, readCallerRange } from "../call/caller-address.ts";
import { openSandboxWorld, type SandboxWorld, type WorldTenant } from "../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
let defaults: ReturnType<WorldTenant["settings"]>;

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  defaults = a.settings();
});
beforeEach(() => a.set(defaults));
afterAll(async () => world.close());

const read = async (): Promise<number> => (await a.call("GET", "/customers/6101")).status;

test.each([
  [[], 200],
  [["127.0.0.1"], 200],
  [["10.0.0.0/8", "127.0.0.0/8"], 200],
  [["10.0.0.0/8", "::1", "2001:db8::/32"], 403],
  [["127.0.0.2"], 403],
])("with the list %j a call from 127.0.0.1 is answered %i", async (callerAddresses, status) => {
  a.set({ callerAddresses });
  expect(await read()).toBe(status);
});

test("a refused call tells the address, counts for no quota and is recorded with its user", async () => {
  a.set({ callerAddresses: ["192.0.2.1"] });
  const answer = await a.call("GET", "/customers/6101");
  expect(answer.json).toEqual({
    errors: [{ errorCode: 403, errorMessage: expect.stringContaining("found 127.0.0.1") }],
  });
  expect(answer.headers.get("x-ratelimit-limit")).toBeNull();
  expect((await a.recorded()).at(-1)).toMatchObject({
    status: 403,
    detail: { actor: { username: "user-a" } },
  });
});

test("answers as to wrong credentials where the switch says so", async () => {
  const switches = { ...defaults.switches, callerAddressRefusal: "401" as const };
  a.set({ callerAddresses: ["192.0.2.1"], switches });
  const answer = await a.call("GET", "/customers/6101");
  expect(answer.status).toBe(401);
  expect(answer.json).toEqual({
    errors: [{ errorCode: 6, errorMessage: "Invalid username or password." }],
  });
});

test("tells a stranger about the credentials and not about the list", async () => {
  a.set({ callerAddresses: ["192.0.2.1"] });
  const answer = await a.call("GET", "/customers/6101", { authorization: undefined });
  expect(answer.status).toBe(401);
});

test.each([
  ["192.0.2.7", ["192.0.2.7"], true],
  ["192.0.2.8", ["192.0.2.7"], false],
  ["192.0.2.200", ["192.0.2.128/25"], true],
  ["192.0.2.100", ["192.0.2.128/25"], false],
  ["::ffff:192.0.2.7", ["192.0.2.0/24"], true],
  ["2001:db8::1", ["2001:db8::/32"], true],
  ["2001:db9::1", ["2001:db8::/32"], false],
  ["fe80::1%eth0", ["fe80::/10"], true],
  ["2001:db8::1", ["0.0.0.0/0"], false],
  ["192.0.2.7", ["::/0"], false],
  [undefined, ["0.0.0.0/0"], false],
])("finds %s on the list %j: %s", (address, list, isAllowed) => {
  expect(isAllowedCaller(address, list)).toBe(isAllowed);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["192.0.2.7/32", "192.0.2.7"],
  ["192.0.2.0/24", "192.0.2.0/24"],
  ["2001:DB8:0:0::7", "2001:db8::7"],
  ["2001:db8::/32", "2001:db8::/32"],
  ["0.0.0.0/0", "0.0.0.0/0"],
])("reads %s as %s", (entry, text) => {
  expect(readCallerRange(entry)).toMatchObject({ kind: "range", text });
});

test.each([
  ["", "an address or CIDR range"],
  ["partner.example.test", "an address or CIDR range"],
  ["10.1", "an address or CIDR range"],
  ["0x7f.0.0.1", "an address or CIDR range"],
  ["192.0.2.256", "an address or CIDR range"],
  ["192.0.2.0/24/8", "an address or CIDR range"],
  ["fe80::1%eth0", "an address or CIDR range"],
  ["192.0.2.0/33", "a length from 0 to 32"],
  ["192.0.2.0/", "a length from 0 to 32"],
  ["2001:db8::/129", "a length from 0 to 128"],
  ["192.0.2.7/24", "the first address of the range, 192.0.2.0/24"],
  ["2001:db8::1/32", "the first address of the range, 2001:db8::/32"],
  ["::ffff:192.0.2.7", "an IPv4 address written as one"],
])("does not read %j, and says what was expected", (entry, expected) => {
  expect(readCallerRange(entry)).toEqual({
    kind: "wrong",
    expected: expect.stringContaining(expected),
  });
});
