import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

import { createAtsClient, signRequest } from "@slipway/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openValidationWorld, type ValidationWorld } from "../harness/validation.world.ts";

const sdk = join(import.meta.dirname, "../../../packages/sdk");
const program = (name: string): string[] => [
  "--conditions=@slipway/source",
  join(sdk, "examples", name),
];

test("the README quotes its programs as they are, and leaves none out", async () => {
  const readme = await readFile(join(sdk, "README.md"), "utf8");
  const quotes = [...readme.matchAll(/<!-- examples\/(\S+) -->\n\n```ts\n(.*?)```\n/gsu)].map(
    ([, name, text]) => [name, text],
  );
  const names = await readdir(join(sdk, "examples"));
  expect(new Set(quotes.map(([name]) => name))).toEqual(new Set(names));
  expect(readme.match(/```ts\n/gu)).toHaveLength(names.length);
  for (const [name, text] of quotes) {
    expect(text).toBe(await readFile(join(sdk, "examples", name ?? ""), "utf8"));
  }
});

describe("write-results.ts", () => {
  let world: ValidationWorld;
  beforeAll(async () => {
    world = await openValidationWorld();
  });
  afterAll(async () => world?.close());

  test("gives each application of a status one result, and none at its second run", async () => {
    const { customerId, publicBase } = world.sandbox.tenants.a;
    const { username, password } = world.credentials.a;
    const address = `${publicBase}/customers/${customerId}`;
    const ats = createAtsClient({ address, credentials: { kind: "basic", username, password } });
    const jobs = ats.jobs.search({ filters: [{ name: "job.id", value: ["0"], operator: ">" }] });
    const { value: job } = await jobs[Symbol.asyncIterator]().next();
    const { id: person } = await ats.people.create({
      firstname: "Ex",
      lastname: "Ample",
      email: "example.run@example.test",
    });
    const { id } = await ats.applicantworkflows.create({
      baseprofile: job.id,
      associatedprofile: person,
      status: { id: "D10100" },
    });
    const env = { ATS_ADDRESS: address, ATS_USER: username, ATS_PASSWORD: password };
    const run = async (): Promise<string> =>
      (await promisify(execFile)(process.execPath, program("write-results.ts"), { env })).stdout;
    expect(await run()).toMatch(/Ample.*: entry \d+\n/u);
    const { assessmentresults } = await ats.applicantworkflows.get(id, {
      fields: ["assessmentresults"],
    });
    expect(assessmentresults).toMatchObject([
      { assessmentresult: "Passed", assessmentscore: 87.5 },
    ]);
    expect(await run()).toBe("");
  });
});

describe("receive-events.ts", () => {
  let child: ChildProcess;
  let origin: string;
  let said = "";
  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const env = { PORT: String(port), EVENT_USER: "ats", EVENT_PASSWORD: "pw", EVENT_KEY: "key" };
    child = spawn(process.execPath, program("receive-events.ts"), { env });
    child.stdout?.on("data", (chunk: Buffer) => void (said += chunk.toString("utf8")));
    while ((await fetch(origin).catch(() => undefined)) === undefined) continue;
  });
  afterAll(async () => {
    child.kill();
    await once(child, "exit");
  });

  const event = { customerId: "9001", systemId: "5", userId: "9" };

  test("prints a move, packed and signed with Basic", async () => {
    const move = { personId: "7", jobId: "8", newStatus: "2", oldStatus: "1" };
    const body = JSON.stringify({ ...event, ...move, eventType: "WorkFlowStatusChangeEvent" });
    const headers = { authorization: `Basic ${btoa("ats:pw")}`, "content-encoding": "gzip" };
    const answer = await fetch(origin, { method: "POST", headers, body: gzipSync(body) });
    expect(answer.status).toBe(200);
    expect(said).toBe("person 7 is now in 2\n");
  });

  test("sends a candidate on, or says what is missing, to a signed request", async () => {
    const send = async (changes: object): Promise<Response> => {
      const completed = { ...event, ...changes, returnUrl: "https://jobs.example.test/1?a=b" };
      const body = JSON.stringify({ ...completed, eventType: "ApplicationCompletedEvent" });
      const user = { username: "ats", key: "key" };
      const headers = signRequest({ method: "POST", url: origin, body, at: new Date() }, user);
      return fetch(origin, { method: "POST", headers, body, redirect: "manual" });
    };
    const onward = await send({});
    expect(onward.status).toBe(303);
    expect(onward.headers.get("location")).toBe(
      "https://assess.example.test/start?back=https%3A%2F%2Fjobs.example.test%2F1%3Fa%3Db",
    );
    const refused = await send({ userId: undefined });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({
      error: {
        userMessage: "Please fill in {{person.email}} and try again.",
        debugErrorMessage: "Expected a userId, found none.",
      },
    });
    expect((await fetch(origin, { method: "POST", body: "{}" })).status).toBe(401);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // A listening server of this kind has an address with a port.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
