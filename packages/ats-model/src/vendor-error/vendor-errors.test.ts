import { describe, expect, it } from "vitest";
import { errorHeader, errorItem } from "./vendor-error-wire.ts";
import { vendorErrors } from "./vendor-errors.ts";

describe("vendor errors", () => {
  it("keep the documented codes and statuses (DOC)", () => {
    const { internalError, fieldRequired, resourceNotFound, resourceAccessDenied } = vendorErrors;
    const rows = [internalError, fieldRequired, resourceNotFound, resourceAccessDenied];
    expect(rows.map(({ code, status }) => [code, status])).toStrictEqual([
      [0, 500],
      [1, 400],
      [2, 404],
      [3, 404],
    ]);
  });

  it("answer a wrong password with 6 (PAY)", () => {
    expect(vendorErrors.wrongCredentials).toMatchObject({ code: 6, status: 401 });
  });

  it("use their HTTP status as code where the vendor's is not known", () => {
    const unknown = Object.values(vendorErrors).filter(({ code }) => code > 9);
    expect(unknown).not.toHaveLength(0);
    for (const { code, status } of unknown) expect(code).toBe(status);
  });

  it("go into a body with a number as code, the field before the message (DOC, PAY)", () => {
    expect(errorItem({ code: 2, message: "gone" })).toStrictEqual({
      errorMessage: "gone",
      errorCode: 2,
    });
    expect(errorItem({ code: 4, message: "lower case", field: "StartDate" })).toStrictEqual({
      errorMessage: "StartDate: lower case",
      errorCode: 4,
    });
  });

  it("go into a header as code, field, detail (DOC), with nothing that a header cannot carry", () => {
    expect(errorHeader({ code: 2, message: "gone" })).toBe("2:gone");
    expect(errorHeader({ code: 1, message: "missing", field: "email" })).toBe("1:email:missing");
    expect(errorHeader({ code: 1, message: "a\r\nX-Evil: ü😀" })).toBe("1:a??X-Evil: ??");
  });
});
