import { describe, expect, it } from "vitest";

import { arrived, caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { resultRow, resultWrite } from "../../evidence/exchange.world.ts";
import { repeated } from "../evidence/application.world.ts";
import { writesNoSecondRow } from "./writes-no-second-row.check.ts";

describe("application.writes-no-second-row", () => {
  it("passes one row", () => {
    expect(
      verdictOf(
        writesNoSecondRow,
        caseOf("uc2.repeated-event", { repeat: repeated({ status: 400 }), result: arrived() }),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails two", () => {
    expect(
      verdictOf(
        writesNoSecondRow,
        caseOf("uc2.repeated-event", {
          repeat: repeated({ status: 400 }),
          result: arrived(resultRow, [resultWrite(), resultWrite()]),
        }),
      ),
    ).toMatchObject({ kind: "fail", where: "request.method" });
  });

  it("judges nothing before there is a row", () => {
    expect(
      verdictOf(
        writesNoSecondRow,
        caseOf("uc2.repeated-event", { repeat: repeated({ status: 400 }) }),
      ),
    ).toMatchObject({ kind: "not-exercised" });
  });
});
