import { customerId } from "@slipway/ats-model";
import { expect, test } from "vitest";

import { orderBody, repeatedOrderBody, type OrderFacts } from "./order-body.ts";

const facts: OrderFacts = {
  tenant: { customerId: customerId("6101"), publicBase: "http://127.0.0.1:8701" },
  orderId: "0198f0c2-0000-7000-8000-000000000001",
  packageId: "p-100",
  test: true,
  createdAt: new Date("2026-03-02T09:00:00.250Z"),
  person: {
    id: 123,
    firstName: "Ada",
    lastName: "Byron",
    email: "ada@example.test",
    phone: "+44 1632 960001",
  },
  job: { id: 4, title: "Analyst", location: "Leeds" },
  workflowId: 501,
  recruiter: { id: 9, email: "rita@example.test" },
};

test("an order carries ids, names, links and the ATS address of its customer", () => {
  expect(orderBody(facts)).toEqual({
    orderId: "0198f0c2-0000-7000-8000-000000000001",
    customerId: "6101",
    packageId: "p-100",
    test: true,
    createdAt: "2026-03-02T09:00:00.250Z",
    candidate: {
      id: 123,
      firstName: "Ada",
      lastName: "Byron",
      email: "ada@example.test",
      phone: "+44 1632 960001",
    },
    job: { id: 4, title: "Analyst", location: "Leeds" },
    recruiter: { id: 9, email: "rita@example.test" },
    workflow: { id: 501 },
    links: [
      {
        rel: "applicantWorkflow",
        title: "Applicant Workflow",
        url: "http://127.0.0.1:8701/customers/6101/applicantworkflows/501",
      },
      { rel: "job", title: "Job Profile", url: "http://127.0.0.1:8701/customers/6101/jobs/4" },
      {
        rel: "person",
        title: "Person Profile",
        url: "http://127.0.0.1:8701/customers/6101/people/123",
      },
    ],
    api: { baseUrl: "http://127.0.0.1:8701/customers/6101" },
  });
});

test("what the tenant does not know is left out, never null", () => {
  const body = orderBody({
    ...facts,
    test: false,
    packageId: null,
    person: { id: 123, firstName: "Ada" },
    job: { id: 4 },
  });
  expect(body).not.toHaveProperty("test");
  expect(body).not.toHaveProperty("packageId");
  expect(body.candidate).toEqual({ id: 123, firstName: "Ada" });
  expect(body.job).toEqual({ id: 4 });
});

test("an alteration removes and blanks the members of the named fields and nothing else", () => {
  const body = orderBody({
    ...facts,
    alteration: {
      without: ["person.email", "job.jobtitle", "package", "person.addresses"],
      blank: { "person.lastname": "   " },
    },
  });
  expect(body.candidate).toEqual({
    id: 123,
    firstName: "Ada",
    lastName: "   ",
    phone: "+44 1632 960001",
  });
  expect(body.job).toEqual({ id: 4, location: "Leeds" });
  expect(body).not.toHaveProperty("packageId");
  expect(Object.keys(body)).toHaveLength(Object.keys(orderBody(facts)).length - 1);
});

test("altered top-level members replace the built ones, null included", () => {
  const body = orderBody({ ...facts, alter: { packageId: null, job: { id: 5 } } });
  expect(body.packageId).toBeNull();
  expect(body.job).toEqual({ id: 5 });
});

test("a repeated order is the earlier body under the given id", () => {
  const earlier = orderBody(facts);
  expect(repeatedOrderBody(earlier, facts.orderId)).toEqual(earlier);
  expect(repeatedOrderBody(earlier, "other", { packageId: "p-200" })).toEqual({
    ...earlier,
    orderId: "other",
    packageId: "p-200",
  });
});
