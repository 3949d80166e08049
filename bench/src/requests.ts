import type { MeasuredTenant } from "./setting/open-platform.ts";

/** Where people are read. */
export function readPath({ customerId }: MeasuredTenant): string {
  return `/customers/${customerId}/people`;
}

/** The fields of a person that a partner reads: named, so that the answer is as large as the peer's whole document. */
export const readFields =
  "?fields=firstname,middlename,lastname,email,folder,addresses,phones,startdate,salary,source,sourcename,education,workexperience,skillset";

export interface PersonAnswer {
  readonly status: number;
  readonly body: string;
  readonly transactionId: string;
}

export async function readPerson(
  tenant: MeasuredTenant,
  id: number,
  {
    authorization = tenant.authorization,
    customerId = tenant.customerId,
    query = "",
  }: {
    readonly authorization?: string;
    readonly customerId?: string;
    readonly query?: string;
  } = {},
): Promise<PersonAnswer> {
  const answer = await fetch(`${tenant.base}/customers/${customerId}/people/${id}${query}`, {
    headers: { authorization },
  });
  return {
    status: answer.status,
    body: await answer.text(),
    transactionId: answer.headers.get("x-transaction") ?? "",
  };
}
