import { AtsAnswerError } from "../error/ats-error.ts";
import type { MakeOnce } from "./ats-client-options.ts";
import type { AtsAnswer, AtsConnection } from "./ats-connection.ts";
import { createdOf, type Created } from "./created-of.ts";

export interface Making extends MakeOnce {
  readonly address: string;
  readonly json: unknown;
}

/** Makes what `json` says, and tells its number. Repeated only where `findExisting` can tell that it was made already. */
export async function make(
  connection: AtsConnection,
  { address, json, findExisting }: Making,
): Promise<Created> {
  const found = async (): Promise<AtsAnswer | undefined> => {
    const id = await findExisting?.();
    return id === undefined ? undefined : madeEarlier(connection.absolute(address), id);
  };
  const beforeRepeat = findExisting && found;
  const call = { method: "POST", address, json, isIdempotent: false, beforeRepeat } as const;
  const answer = await connection.call(call);
  try {
    return createdOf(answer, call);
  } catch (error) {
    const existing = error instanceof AtsAnswerError ? await found() : undefined;
    if (existing === undefined) throw error;
    return createdOf(existing, call);
  }
}

function madeEarlier(address: string, id: number): AtsAnswer {
  return { status: 201, location: `${address}/${id}`, json: undefined };
}
