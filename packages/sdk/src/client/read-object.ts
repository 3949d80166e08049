import { AtsAnswerError } from "../error/ats-error.ts";
import { isObject } from "../is-object.ts";
import type { AtsConnection } from "./ats-connection.ts";

/** Reads what answers with a JSON object. */
export async function readObject(
  connection: AtsConnection,
  address: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { json, status } = await connection.call({ method: "GET", address, isIdempotent: true });
  if (isObject(json)) return json;
  const path = address.replace(/\?.*$/u, "");
  const arrived = json === undefined ? "no body" : typeof json;
  throw new AtsAnswerError({ method: "GET", path, status, expected: "a JSON object", arrived });
}
