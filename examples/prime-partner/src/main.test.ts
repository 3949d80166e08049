import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { expect, onTestFinished, test, vi } from "vitest";

import { customers, orderBuilder, Platform, startAts } from "./prime-partner.world.ts";

const program = fileURLToPath(new URL("main.ts", import.meta.url));
const eventually = { timeout: 20_000, interval: 20 };

interface Running {
  readonly child: ChildProcess;
  readonly ready: { readonly ready: boolean; readonly port: number; readonly controlPort: number };
  readonly output: readonly string[];
}

async function run(...flags: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, ["--conditions=@slipway/source", program, ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.kill("SIGKILL")) await once(child, "exit");
  });
  const output: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => output.push(line));
  await Promise.race([once(lines, "line"), once(child, "exit")]);
  return { child, output, ready: JSON.parse(output[0] ?? "null") as Running["ready"] };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "prime-partner-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("it prints one line of JSON when it listens, and SIGTERM ends it cleanly", async () => {
  const { child, output, ready } = await run("--port", "0");
  expect(ready).toEqual({ ready: true, port: expect.any(Number) as unknown });
  const answer = await fetch(`http://127.0.0.1:${ready.port}/packages?customerId=6101`);
  expect(answer.status).toBe(401);
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
  expect(output).toHaveLength(1);
});

test("the control port adds customers, completes orders and shows what was seen", async () => {
  const ats = await startAts();
  const { ready } = await run("--port", "0", "--control-port", "0");
  const control = `http://127.0.0.1:${ready.controlPort}/_demo`;
  const body = JSON.stringify(customers["6101"]);
  const put = await fetch(`${control}/customers/6101`, { method: "PUT", body });
  expect(put.status).toBe(200);

  const order = orderBuilder(ats, "6101")();
  const orderId = String(order["orderId"]);
  const platform = new Platform(`http://127.0.0.1:${ready.port}`, "6101");
  expect((await platform.post("/orders", order)).status).toBe(202);
  expect((await fetch(`${control}/complete/${orderId}`, { method: "POST" })).status).toBe(200);
  expect((await fetch(`${control}/complete/${orderId}`, { method: "POST" })).status).toBe(404);
  expect((await platform.get(`/orders/${orderId}?customerId=6101`)).body.status).toBe("complete");
  expect(await (await fetch(`${control}/journal`)).json()).toMatchObject({
    orders: [{ customerId: "6101", orderId, status: 202 }],
  });
  expect((await platform.get("/_demo/journal")).status).toBe(404);
});

test("the control port refuses a customer that lacks something, naming every fault", async () => {
  const { ready } = await run("--port", "0", "--control-port", "0");
  const answer = await fetch(`http://127.0.0.1:${ready.controlPort}/_demo/customers/6101`, {
    method: "PUT",
    body: JSON.stringify({ ats: { username: "a" }, packages: [{}] }),
  });
  expect(answer.status).toBe(400);
  const { problem } = (await answer.json()) as { problem: string };
  for (const place of ["customer.ats", "customer.platform", "customer.packages.0"]) {
    expect(problem).toContain(place);
  }
});

test("customers written into the configuration file are taken while it runs", async () => {
  const file = join(temporaryFolder(), "partner.json");
  writeFileSync(file, JSON.stringify({ port: 0, customers: {} }));
  const { ready } = await run("--config", file);
  const platform = new Platform(`http://127.0.0.1:${ready.port}`, "7450");
  expect((await platform.get("/packages?customerId=7450")).status).toBe(401);
  writeFileSync(file, "{ half written");
  writeFileSync(file, JSON.stringify({ port: 0, customers }));
  await vi.waitFor(async () => {
    expect((await platform.get("/packages?customerId=7450")).status).toBe(200);
  }, eventually);
});

test("a configuration with faults ends it with a message that names them", async () => {
  const file = join(temporaryFolder(), "partner.json");
  writeFileSync(file, JSON.stringify({ port: "9100", customers: { "6101": {} } }));
  const child = spawn(
    process.execPath,
    ["--conditions=@slipway/source", program, "--config", file],
    { stdio: "pipe" },
  );
  const errors: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  expect(await once(child, "close")).toEqual([1, null]);
  const text = Buffer.concat(errors).toString("utf8");
  expect(text).toContain("port: expected a number");
  expect(text).toContain("customers.6101.packages");
});
