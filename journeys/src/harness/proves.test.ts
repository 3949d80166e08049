import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { doorOfCommand, watchDoors } from "./doors.ts";
import { checkDoor } from "./proves.ts";

const watch = watchDoors(() => expect.getState().currentTestName);
const proof = { requirement: "REQ-19", door: "http", test: "a test" } as const;
const program = `
  const server = require("node:http").createServer((request, response) => response.end("ok"));
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;
let server: ChildProcess;
let address = "";

beforeAll(async () => {
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const child = spawn(process.execPath, ["--eval", program], { stdio: [...stdio] });
  server = child;
  const [port] = await once(child.stdout, "data");
  address = `http://127.0.0.1:${Number(String(port))}/`;
});

afterAll(() => server.kill());

function usedNow(): ReadonlySet<string> {
  return watch.usedBy(String(expect.getState().currentTestName));
}

describe("the door watch", () => {
  test("sees no door where none was used", () => {
    expect([...usedNow()]).toEqual([]);
  });

  test("sees an answer that came over a socket", async () => {
    await (await fetch(address)).text();
    expect([...usedNow()]).toEqual(["http"]);
  });

  test("sees an answer to a request of Node's own client", async () => {
    const [response] = await once(get(address), "response");
    await once(response.resume(), "end");
    expect([...usedNow()]).toEqual(["http"]);
  });

  test("does not count what the test's own server answers", async () => {
    const own = createServer((_request, response) => response.end("ok")).listen(0, "127.0.0.1");
    await once(own, "listening");
    await (await fetch(`http://127.0.0.1:${(own.address() as AddressInfo).port}/`)).text();
    own.close();
    expect([...usedNow()]).toEqual([]);
  });

  test("does not count another test's answer", () => {
    expect([...usedNow()]).toEqual([]);
  });

  test("sees our own command and not somebody else's", async () => {
    const other = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await once(other, "exit");
    expect([...usedNow()]).toEqual([]);
    const own = spawn(process.execPath, ["--version", "tools/launcher/start.mjs"], {
      stdio: "ignore",
    });
    await once(own, "exit");
    expect([...usedNow()]).toEqual(["command-line"]);
  });
});

test("a process that could not start opens no door", async () => {
  const child = spawn("/nowhere/slipway", []);
  await once(child, "error");
  expect([...usedNow()]).toEqual([]);
});

test("tells our commands, a browser's and others apart", () => {
  expect(doorOfCommand(["node", "/repo/packages/cli/src/main.ts", "validate"])).toBe(
    "command-line",
  );
  expect(doorOfCommand(["/repo/node_modules/.bin/slipway", "runs"])).toBe("command-line");
  expect(doorOfCommand(["npm", "start", "--", "--no-demo"])).toBe("command-line");
  expect(doorOfCommand(["/usr/bin/chromium", "--headless"])).toBe("browser");
  expect(doorOfCommand(["postgres", "-D", "/tmp/slipway/data"])).toBeUndefined();
});

test("refuses a proof whose door was not used", () => {
  expect(() => checkDoor(proof, new Set())).toThrow(
    'Expected "a test" to go through the door "http" to prove REQ-19, found no door used. ' +
      "Prove it from outside or name the door that was used.",
  );
  expect(() => checkDoor(proof, new Set(["command-line"]))).toThrow("found command-line");
  expect(() => checkDoor(proof, new Set(["http"]))).not.toThrow();
});
