import { describe, expect, it } from "vitest";

import { contextOf } from "../../evidence/evidence.world.ts";
import { allScenarios } from "./all-scenarios.ts";
import { blankField } from "./blank-field.scenario.ts";
import { blanksOnly } from "./blanks-only.scenario.ts";
import { cancelOpenOrder } from "./cancel-open-order.scenario.ts";
import { derivedOrderId } from "./derived-order-id.ts";
import { endToEnd } from "./end-to-end.scenario.ts";
import { lateRepeat } from "./late-repeat.scenario.ts";
import { malformedBody } from "./malformed-body.scenario.ts";
import { missingField } from "./missing-field.scenario.ts";
import { otherIdSameRequest } from "./other-id-same-request.scenario.ts";
import { otherPackage } from "./other-package.scenario.ts";
import { packageAdded } from "./package-added.scenario.ts";
import { quotaUsedUp, unavailableAts } from "./refused-calls.scenario.ts";
import { repeatedOrderWhileOpen } from "./repeated-order-while-open.scenario.ts";
import { sameIdOtherBody } from "./same-id-other-body.scenario.ts";
import { secondRound } from "./second-round.scenario.ts";
import { instancesOf, playScenario } from "./stage.world.ts";
import { twoAtOnce } from "./two-at-once.scenario.ts";
import { unknownCustomer } from "./unknown-customer.scenario.ts";
import { unknownMembers } from "./unknown-members.scenario.ts";
import { unknownPackage } from "./unknown-package.scenario.ts";
import { wrongCredentials } from "./wrong-credentials.scenario.ts";

function inputOf(steps: Awaited<ReturnType<typeof playScenario>>, name: string) {
  return steps.find((step) => step.name === name)?.input;
}

describe("every scenario", () => {
  it.each(allScenarios)(
    "$id asks for the same steps whenever its facts are the same",
    async (scenario) => {
      const { declaration, settings } = contextOf();
      for (const { name: instance } of scenario.instances({ declaration, settings })) {
        const steps = await playScenario(scenario, { instance });
        expect(await playScenario(scenario, { instance })).toStrictEqual(steps);
        expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
      }
    },
  );

  it.each(allScenarios.filter(({ id }) => id !== "events.status-change"))(
    "$id sends no order when the partner lists no active package",
    async (scenario) => {
      const facts = { packages: { packages: [] } };
      const instance = instancesOf(scenario)[0] ?? "";
      const steps = await playScenario(scenario, { instance, facts });
      expect(steps.map(({ name }) => name)).toStrictEqual(["packages"]);
    },
  );
});

describe("uc1.end-to-end", () => {
  it("orders the first active package and awaits its result", async () => {
    const steps = await playScenario(endToEnd);
    expect(steps.map(({ name }) => name)).toStrictEqual([
      "packages",
      "candidate",
      "order",
      "result",
      "status",
    ]);
    expect(inputOf(steps, "order")).toMatchObject({ packageId: "p-100", orderId: null });
    expect(inputOf(steps, "result")).toStrictEqual({
      workflowId: 502,
      orderId: "order-3",
      packageName: "Numerical reasoning",
      candidateName: "Ada Probe",
    });
  });

  it("awaits nothing of an order that was refused", async () => {
    const steps = await playScenario(endToEnd, { facts: { order: { status: 400 } } });
    expect(steps.at(-1)?.name).toBe("order");
  });
});

describe("use case 2", () => {
  it("repeats the order with nothing in between", async () => {
    const steps = await playScenario(repeatedOrderWhileOpen);
    expect(steps.map(({ name }) => name)).toStrictEqual([
      "packages",
      "candidate",
      "order",
      "repeat",
      "status",
    ]);
    expect(inputOf(steps, "repeat")).toMatchObject({ orderId: "order-3", repeatOf: "order-3" });
  });

  it("gives two orders that begin together one new id", async () => {
    const steps = await playScenario(twoAtOnce);
    const orderId = derivedOrderId("order-3", "two-at-once");
    expect(orderId).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
    );
    expect(inputOf(steps, "left")).toMatchObject({ orderId, repeatOf: null });
    expect(inputOf(steps, "right")).toStrictEqual(inputOf(steps, "left"));
    expect(derivedOrderId("order-4", "two-at-once")).not.toBe(orderId);
  });

  it("sends another candidate under the first one's id", async () => {
    const steps = await playScenario(sameIdOtherBody);
    expect(inputOf(steps, "repeat")).toMatchObject({
      orderId: "order-4",
      repeatOf: null,
      candidate: { personId: 3 },
    });
  });

  it("sends the first one's body under a new id", async () => {
    const steps = await playScenario(otherIdSameRequest);
    expect(inputOf(steps, "repeat")).toMatchObject({ orderId: null, repeatOf: "order-3" });
  });

  it("repeats late only after a result", async () => {
    const steps = await playScenario(lateRepeat);
    expect(steps.slice(-3).map(({ name }) => name)).toStrictEqual(["result", "status", "repeat"]);
    const without = await playScenario(lateRepeat, { facts: { result: { arrived: false } } });
    expect(without.at(-1)?.name).toBe("result");
  });
});

describe("use case 3", () => {
  it("plays one instance per field that framework or manifest require, once each", () => {
    const manifest = [
      { profileType: "person", field: "email", access: "read", required: true },
      { profileType: "person", field: "phones", access: "read", required: true },
      { profileType: "job", field: "joblocation", access: "read", required: false },
      { profileType: "applicantworkflow", field: "status", access: "read", required: true },
    ] as const;
    expect(instancesOf(missingField, { manifest })).toStrictEqual([
      "person.firstname",
      "person.lastname",
      "person.email",
      "job.jobtitle",
      "package",
      "person.phones",
    ]);
  });

  it("leaves the field out of profile and order, after a control order that lacks nothing", async () => {
    const steps = await playScenario(missingField, { instance: "person.email" });
    expect(steps.map(({ name }) => name)).toStrictEqual([
      "packages",
      "control-candidate",
      "control",
      "candidate",
      "order",
    ]);
    expect(inputOf(steps, "control")).toMatchObject({ candidateAlteration: { without: [] } });
    expect(inputOf(steps, "candidate")).toStrictEqual({ without: ["person.email"], blank: {} });
    expect(inputOf(steps, "order")).toMatchObject({
      candidateAlteration: { without: ["person.email"], blank: {} },
    });
  });

  it("leaves the package out of the order alone", async () => {
    const steps = await playScenario(missingField, { instance: "package" });
    expect(inputOf(steps, "candidate")).toStrictEqual({ without: [], blank: {} });
    expect(inputOf(steps, "order")).toMatchObject({ packageId: null });
  });

  it.each([
    { scenario: blankField, value: "" },
    { scenario: blanksOnly, value: "   " },
  ])("$scenario.id blanks each field of the candidate", async ({ scenario, value }) => {
    const instances = ["person.firstname", "person.lastname", "person.email"];
    expect(instancesOf(scenario)).toStrictEqual(instances);
    const steps = await playScenario(scenario, { instance: "person.email" });
    expect(inputOf(steps, "order")).toMatchObject({
      candidateAlteration: { without: [], blank: { "person.email": value } },
    });
  });

  it.each([missingField, wrongCredentials, unknownPackage, twoAtOnce])(
    "$id stops when the control order is refused",
    async (scenario) => {
      const instance = instancesOf(scenario)[0] ?? "";
      const steps = await playScenario(scenario, { instance, facts: { control: { status: 400 } } });
      expect(steps.at(-1)?.name).toBe("control");
    },
  );
});

describe("cancel.open-order", () => {
  it("cancels only where the partner declares it", async () => {
    const declared = await playScenario(cancelOpenOrder);
    expect(declared.map(({ name }) => name)).toStrictEqual([
      "packages",
      "candidate",
      "order",
      "cancel",
      "status",
      "row",
    ]);
    expect(inputOf(declared, "row")).toStrictEqual({ workflowId: 502, orderId: "order-3" });
    const plain = await playScenario(cancelOpenOrder, { declaration: { supportsCancel: false } });
    expect(plain.map(({ name }) => name)).toStrictEqual(["packages"]);
  });

  it("awaits no closed row of an order that was not cancelled", async () => {
    const steps = await playScenario(cancelOpenOrder, { facts: { cancel: { status: 400 } } });
    expect(steps.at(-1)?.name).toBe("status");
  });
});

describe("orders out of the ordinary", () => {
  it.each([
    [unknownCustomer, { alter: { customerId: "999999999" } }],
    [unknownMembers, { alter: { priority: "normal", extension: { version: 3 } } }],
    [malformedBody, { form: "cut-off" }],
  ])("$id differs from its control order in the one thing", async (scenario, difference) => {
    const steps = await playScenario(scenario);
    expect(inputOf(steps, "order")).toMatchObject(difference);
    expect(inputOf(steps, "control")).not.toMatchObject(difference);
    const stopped = await playScenario(scenario, { facts: { control: { status: 400 } } });
    expect(stopped.at(-1)?.name).toBe("control");
  });

  it("a second package is ordered for the same candidate, where there is one", async () => {
    const listed = ["p-1", "p-2"].map((packageId) => ({
      packageId,
      name: packageId,
      active: true,
    }));
    const facts = { packages: { packages: listed } };
    const steps = await playScenario(otherPackage, { facts });
    expect(inputOf(steps, "order")).toMatchObject({ packageId: "p-1", candidate: { personId: 2 } });
    expect(inputOf(steps, "other")).toMatchObject({ packageId: "p-2", candidate: { personId: 2 } });
    expect((await playScenario(otherPackage)).map(({ name }) => name)).toStrictEqual(["packages"]);
  });

  it("a second round begins after the result, under a new id", async () => {
    const steps = await playScenario(secondRound);
    expect(steps.slice(-2).map(({ name }) => name)).toStrictEqual(["result", "again"]);
    expect(inputOf(steps, "again")).toMatchObject({ orderId: null, repeatOf: null });
    const without = await playScenario(secondRound, { facts: { result: { arrived: false } } });
    expect(without.at(-1)?.name).toBe("result");
  });

  it.each([unavailableAts, quotaUsedUp])(
    "$id disturbs the workflow before the order is sent",
    async (scenario) => {
      const steps = await playScenario(scenario);
      expect(steps.map(({ name }) => name)).toStrictEqual([
        "packages",
        "candidate",
        "disturb",
        "order",
        "result",
      ]);
      expect(inputOf(steps, "disturb")).toMatchObject({ workflowId: 502, times: 2 });
    },
  );

  it.each([secondRound, unavailableAts, quotaUsedUp])(
    "$id asks nothing of a person",
    async (scenario) => {
      const steps = await playScenario(scenario, { declaration: { completesTestOrders: false } });
      expect(steps.map(({ name }) => name)).toStrictEqual(["packages"]);
    },
  );
});

describe("packages.package-added", () => {
  it("asks for a package and reads the list again, where the partner declares that it can", async () => {
    const declaration = { addsTestPackage: true };
    const steps = await playScenario(packageAdded, { declaration });
    expect(steps.map(({ name, input }) => [name, input])).toStrictEqual([
      ["packages", {}],
      ["asked", { addPackage: true }],
      ["later", {}],
    ]);
    expect(await playScenario(packageAdded)).toHaveLength(1);
  });
});
