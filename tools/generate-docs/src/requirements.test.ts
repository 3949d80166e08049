import { expect, test } from "vitest";
import { requirements } from "./requirements.ts";
import { requirementsPage } from "./pages/requirements.page.ts";
import { join } from "node:path";

const ids = Array.from({ length: 43 }, (_, index) => `REQ-${String(index + 1).padStart(2, "0")}`);

test("lists the 43 requirements once each, in order", () => {
  expect(requirements.map(({ id }) => id)).toEqual(ids);
});

test("the page has one row for each, its id alone in the first column", async () => {
  const page = (await requirementsPage.render(join(import.meta.dirname, "../../.."))) ?? "";
  const rows = page.split("\n").filter((line) => line.startsWith("| REQ-"));
  expect(rows.map((row) => row.slice(0, 10))).toEqual(ids.map((id) => `| ${id} |`));
});
