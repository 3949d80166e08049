import { describe, expect, it } from "vitest";

import { parseConfiguration } from "./configuration.ts";
import { reachOf } from "./reach-of.ts";

describe("the reach of a platform", () => {
  it.each([
    [{}],
    [{ SLIPWAY_HOST: "::1" }],
    [{ SLIPWAY_HOST: "localhost", SLIPWAY_PUBLIC_BASE: "http://[::1]:9000" }],
    [
      {
        SLIPWAY_PUBLIC_BASE_A: "http://127.0.0.5:9000/a",
        SLIPWAY_PUBLIC_BASE_B: "http://localhost",
      },
    ],
  ])("is its own machine with %j", (env) => {
    expect(reachOf(parseConfiguration(env))).toBe("this-machine");
  });

  it.each([
    [{ SLIPWAY_HOST: "0.0.0.0" }],
    [{ SLIPWAY_HOST: "::" }],
    [{ SLIPWAY_HOST: "192.0.2.1" }],
    [{ SLIPWAY_HOST: "slipway.example.test" }],
    [{ SLIPWAY_PUBLIC_BASE: "https://slipway.example.test" }],
    [{ SLIPWAY_PUBLIC_BASE_A: "https://127.0.0.1.example.test" }],
    [{ SLIPWAY_PUBLIC_BASE_B: "http://[2001:db8::1]:8702" }],
  ])("is the network with %j", (env) => {
    expect(reachOf(parseConfiguration(env))).toBe("network");
  });
});
