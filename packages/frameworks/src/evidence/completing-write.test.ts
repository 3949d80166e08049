import type { Exchange } from "@slipway/exchange";
import { describe, expect, it } from "vitest";

import { completingWrite } from "./completing-write.ts";
import { resultWrite, toAts } from "./exchange.world.ts";

const rows = "/customers/6101/applicantworkflows/501/fields/assessmentresults";
const complete = { assessmentstatus: { id: "D37002019001" } };
const sent = { assessmentstatus: { id: "D37002019004" } };

function created(entry: number, body: typeof sent): Exchange {
  const write = resultWrite({ sent: body });
  if (write.answer.kind !== "answered") throw new Error("Expected an answer");
  const headers = [["Location", `http://127.0.0.1:8701${rows}/${entry}`]] as const;
  return { ...write, answer: { ...write.answer, headers } };
}

function changed(entry: number, body: object, status = 204): Exchange {
  const row = JSON.parse(JSON.stringify(body)) as typeof sent;
  return resultWrite({ method: "PATCH", path: `${rows}/${entry}`, status, sent: row });
}

describe("the call that completed a row", () => {
  it("is the change to Complete, whatever was written to the row later", () => {
    const calls = [
      created(23, sent),
      changed(23, complete),
      changed(23, { assessmentnotes: "Report added." }),
      changed(23, complete),
    ];
    expect(completingWrite(calls, 23)).toBe(calls[1]);
  });

  it("is the creation of a row that is complete from the beginning", () => {
    const calls = [created(22, complete), created(23, complete)];
    expect(completingWrite(calls, 23)).toBe(calls[1]);
  });

  it.each([
    [{ assessmentstatus: { value: "complete" } }],
    [{ assessmentstatus: " Complete " }],
    [{ assessmentstatus: { id: "", value: "Complete" } }],
  ])("is told by the status's text as well: %j", (body) => {
    const calls = [changed(23, body)];
    expect(completingWrite(calls, 23)).toBe(calls[0]);
  });

  it.each<[string, readonly Exchange[]]>([
    ["a change that was refused", [changed(23, complete, 400)]],
    ["a change of another row", [changed(24, complete)]],
    ["another status", [changed(23, sent)]],
    [
      "a status whose id says otherwise",
      [changed(23, { assessmentstatus: { id: "D37002019003", value: "Complete" } })],
    ],
    ["a read", [toAts({ path: `${rows}/23` })]],
    ["a creation without an address", [resultWrite({ sent: complete })]],
  ])("is not %s", (_what, calls) => {
    expect(completingWrite(calls, 23)).toBeUndefined();
  });
});
