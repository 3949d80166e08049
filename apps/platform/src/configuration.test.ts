import { describe, expect, it } from "vitest";
import { parseConfiguration } from "./configuration.ts";
import { ConfigurationProblem } from "./configuration.problems.ts";

const folder = "/srv/example";

function problemOf(env: Readonly<Record<string, string>>): ConfigurationProblem {
  try {
    parseConfiguration(env, folder);
  } catch (error) {
    if (error instanceof ConfigurationProblem) return error;
    throw error;
  }
  throw new Error("Expected a ConfigurationProblem, found none");
}

const settingsLine =
  "Correct or remove them and start again. The settings are: SLIPWAY_DATA, DATABASE_URL, SLIPWAY_HOST, " +
  "SLIPWAY_PORT, SLIPWAY_SANDBOX_PORT_A, SLIPWAY_SANDBOX_PORT_B, SLIPWAY_PUBLIC_BASE, SLIPWAY_PUBLIC_BASE_A, " +
  "SLIPWAY_PUBLIC_BASE_B, SLIPWAY_ALLOW_PRIVATE_ENDPOINTS, SLIPWAY_ROLES, SLIPWAY_STOP_TIMEOUT_MS, " +
  "SLIPWAY_METRICS_PORT, SLIPWAY_METRICS_HOST, SLIPWAY_LOG, SLIPWAY_LOG_LEVEL, SLIPWAY_SECRET_KEY_FILE, " +
  "SLIPWAY_SMTP_URL, SLIPWAY_MAIL_FROM, SLIPWAY_SMTP_TIMEOUT_MS, SLIPWAY_PARTNER_TIMEOUT_MS, SLIPWAY_SANDBOXES, " +
  "SLIPWAY_WEBHOOK_TIMEOUT_MS.";

describe("parseConfiguration", () => {
  it("gives an empty environment the defaults of local work", () => {
    expect(parseConfiguration({ PATH: "/usr/bin" }, folder)).toStrictEqual({
      dataFolder: "/srv/example/.slipway",
      databaseUrl: undefined,
      host: "127.0.0.1",
      ports: { platform: 8700, sandboxA: 8701, sandboxB: 8702 },
      publicBases: { platform: undefined, sandboxA: undefined, sandboxB: undefined },
      allowPrivateEndpoints: true,
      roles: ["api", "worker"],
      stopTimeoutMs: 60_000,
      metrics: undefined,
      logFormat: undefined,
      logLevel: "info",
      secretKeyFile: "/srv/example/.slipway/secret.key",
      smtpUrl: undefined,
      mailFrom: undefined,
      smtpTimeoutMs: 30_000,
      partnerTimeoutMs: 30_000,
      sandboxes: "self-service",
      webhookTimeoutMs: 20_000,
    });
  });

  it("reads every setting", () => {
    const env = {
      SLIPWAY_DATA: "/srv/slipway",
      DATABASE_URL: "postgres://slipway:pass@database.example.test/slipway",
      SLIPWAY_HOST: "0.0.0.0",
      SLIPWAY_PORT: "0",
      SLIPWAY_SANDBOX_PORT_A: "0",
      SLIPWAY_SANDBOX_PORT_B: "9002",
      SLIPWAY_PUBLIC_BASE: "https://slipway.example.test/",
      SLIPWAY_PUBLIC_BASE_A: "https://a.example.test",
      SLIPWAY_PUBLIC_BASE_B: "https://example.test/b/",
      SLIPWAY_ALLOW_PRIVATE_ENDPOINTS: "true",
      SLIPWAY_ROLES: "worker",
      SLIPWAY_STOP_TIMEOUT_MS: "5000",
      SLIPWAY_METRICS_PORT: "9003",
      SLIPWAY_METRICS_HOST: "0.0.0.0",
      SLIPWAY_LOG: "text",
      SLIPWAY_LOG_LEVEL: "debug",
      SLIPWAY_SECRET_KEY_FILE: "/srv/keys/slipway.key",
      SLIPWAY_SMTP_URL: "smtps://slipway:p%40ss@mail.example.test",
      SLIPWAY_MAIL_FROM: "programme@example.test",
      SLIPWAY_SMTP_TIMEOUT_MS: "2500",
      SLIPWAY_PARTNER_TIMEOUT_MS: "1500",
      SLIPWAY_SANDBOXES: "after-approval",
    };
    expect(parseConfiguration(env, folder)).toStrictEqual({
      dataFolder: "/srv/slipway",
      databaseUrl: "postgres://slipway:pass@database.example.test/slipway",
      host: "0.0.0.0",
      ports: { platform: 0, sandboxA: 0, sandboxB: 9002 },
      publicBases: {
        platform: "https://slipway.example.test",
        sandboxA: "https://a.example.test",
        sandboxB: "https://example.test/b",
      },
      allowPrivateEndpoints: true,
      roles: ["worker"],
      stopTimeoutMs: 5000,
      metrics: { host: "0.0.0.0", port: 9003 },
      logFormat: "text",
      logLevel: "debug",
      secretKeyFile: "/srv/keys/slipway.key",
      smtpUrl: "smtps://slipway:p%40ss@mail.example.test",
      mailFrom: "programme@example.test",
      smtpTimeoutMs: 2500,
      partnerTimeoutMs: 1500,
      sandboxes: "after-approval",
      webhookTimeoutMs: 20_000,
    });
  });

  it("counts an empty setting as missing", () => {
    expect(parseConfiguration({ SLIPWAY_PORT: "" }, folder).ports.platform).toBe(8700);
  });

  it.each(["0.0.0.0", "192.0.2.1", "slipway.example.test", "::"])(
    "allows no private endpoints when it listens on %s",
    (host) => {
      expect(parseConfiguration({ SLIPWAY_HOST: host }, folder).allowPrivateEndpoints).toBe(false);
    },
  );

  it.each(["127.0.0.1", "127.8.8.8", "::1", "localhost"])(
    "allows private endpoints when it listens on %s",
    (host) => {
      expect(parseConfiguration({ SLIPWAY_HOST: host }, folder).allowPrivateEndpoints).toBe(true);
    },
  );

  it("names all wrong settings at once, and every setting there is", () => {
    const problem = problemOf({
      SLIPWAY_PORT: "eighty",
      SLIPWAY_LOG_LEVEL: "loud",
      SLIPWAY_PROT: "8700",
    });
    expect(problem.exitCode).toBe(78);
    expect(problem.code).toBe("CONFIGURATION-WRONG");
    expect(problem.message).toBe(
      [
        "Expected a configuration that can be read, found 3 wrong settings in the environment:",
        '  SLIPWAY_PORT: expected a port number from 0 to 65535, found "eighty".',
        '  SLIPWAY_LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent, found "loud".',
        "  SLIPWAY_PROT: expected the name of a setting, found one that does not exist.",
        settingsLine,
      ].join("\n"),
    );
  });

  it.each([
    [{ SLIPWAY_SMTP_URL: "smtp://a:hush@127.0.0.1:25" }, "SLIPWAY_MAIL_FROM: expected a value"],
    [{ SLIPWAY_MAIL_FROM: "a@example.test" }, "SLIPWAY_SMTP_URL: expected a value"],
    [
      { SLIPWAY_SMTP_URL: "http://a:hush@127.0.0.1", SLIPWAY_MAIL_FROM: "a@example.test" },
      "SLIPWAY_SMTP_URL: expected an address like smtp://",
    ],
  ])("wants a mail server and where mail comes from, both or none (%#)", (env, message) => {
    const problem = problemOf(env);
    expect(problem.message).toContain(message);
    expect(problem.message).not.toContain("hush");
  });

  it("does not repeat the password of a wrong database address", () => {
    const problem = problemOf({
      DATABASE_URL: "mysql://slipway:hush@database.example.test/slipway",
    });
    expect(problem.message).not.toContain("hush");
    expect(problem.message).toContain(
      "DATABASE_URL: expected an address like postgres://user:password@host/database, found something else.",
    );
  });

  it("refuses one port for two listeners", () => {
    const problem = problemOf({ SLIPWAY_SANDBOX_PORT_B: "8700" });
    expect(problem.wrong).toStrictEqual([
      {
        name: "SLIPWAY_SANDBOX_PORT_B",
        expected: "a port of its own",
        found: "8700, the port of SLIPWAY_PORT",
      },
    ]);
  });

  it.each([
    ["SLIPWAY_HOST", "http://127.0.0.1"],
    ["SLIPWAY_HOST", "300.1.1.1"],
    ["SLIPWAY_PORT", "65536"],
    ["SLIPWAY_PORT", "-1"],
    ["SLIPWAY_PORT", "80.5"],
    ["SLIPWAY_SANDBOX_PORT_A", " 1"],
    ["SLIPWAY_PUBLIC_BASE", "slipway.example.test"],
    ["SLIPWAY_PUBLIC_BASE_A", "ftp://slipway.example.test"],
    ["SLIPWAY_PUBLIC_BASE_B", "https://example.test/?a=1"],
    ["SLIPWAY_ALLOW_PRIVATE_ENDPOINTS", "yes"],
    ["SLIPWAY_PARTNER_TIMEOUT_MS", "0"],
    ["SLIPWAY_PARTNER_TIMEOUT_MS", "600001"],
    ["SLIPWAY_SANDBOXES", "sometimes"],
  ])("refuses %s=%j", (name, value) => {
    expect(problemOf({ [name]: value }).wrong.map((wrong) => wrong.name)).toStrictEqual([name]);
  });

  it("lets the settings of the tests and the command line pass", () => {
    const env = { SLIPWAY_TEST_POSTGRES: "x", SLIPWAY_CHROMIUM: "/usr/bin/chromium" };
    expect(() => parseConfiguration(env, folder)).not.toThrow();
  });
});
