import type { StoredMoney } from "../field/stored-value.ts";
import { readDecimal } from "./read-number.ts";
import type { Read } from "./read-result.ts";
import { arrived, isJsonObject, member, refuse } from "./read-result.ts";

/** The time frames of a salary; case matters (DOC). */
export const timeframes: readonly string[] = ["Hourly", "Daily", "Weekly", "Monthly", "Yearly"];

const currencyCode = /^[A-Z]{3}$/;

/** Reads `{currency, amount}`, for a salary with an optional `timeframe`; `amountstring` is read-only and ignored (INF). */
export function readMoney(
  json: unknown,
  path: string,
  type: "salary" | "currency",
): Read<StoredMoney> {
  if (!isJsonObject(json))
    return refuse(
      path,
      "wrong-type",
      `Expected an object with currency and amount, found ${arrived(json)}`,
    );
  const amount = readDecimal(member(json, "amount"), `${path}.amount`);
  if (!("value" in amount)) return amount;
  const currency = member(json, "currency");
  if (typeof currency !== "string" || !currencyCode.test(currency)) {
    return refuse(
      `${path}.currency`,
      "wrong-type",
      `Expected a currency of three capital letters, found ${arrived(currency)}`,
    );
  }
  const timeframe = member(json, "timeframe");
  if (type === "currency" || timeframe === undefined || timeframe === null)
    return { value: { amount: amount.value, currency } };
  if (typeof timeframe !== "string" || !timeframes.includes(timeframe)) {
    return refuse(
      `${path}.timeframe`,
      "not-in-list",
      `Expected one of ${timeframes.join(", ")}, found ${arrived(timeframe)}`,
    );
  }
  return { value: { amount: amount.value, currency, timeframe } };
}
