import { readFields, readPath, readPerson } from "./requests.ts";
import { people } from "./setting/fill-tenants.ts";
import type { Setting } from "./setting/open-setting.ts";

const sampleSize = 20;
const sampleStep = 4999;

/** Sees that what is about to be measured is right, and that nothing was switched off for speed. Throws for the first that is not. */
export async function checkAnswers(setting: Setting): Promise<readonly string[]> {
  const ids = Array.from({ length: sampleSize }, (_, index) => people.firstId + index * sampleStep);
  return [
    await checkAuthentication(setting),
    await checkTenancy(setting),
    await checkLog(setting, ids),
    await checkDocuments(setting, ids),
    await checkMock(setting),
  ];
}

async function checkAuthentication({ platform }: Setting): Promise<string> {
  const tenant = platform.tenants.a;
  const wrong = `Basic ${Buffer.from("nobody:wrong").toString("base64")}`;
  const { status } = await readPerson(tenant, people.firstId, { authorization: wrong });
  expect(status, 401, "wrong credentials");
  return "wrong credentials are answered with 401";
}

async function checkTenancy({ platform }: Setting): Promise<string> {
  const { a, b } = platform.tenants;
  const { status } = await readPerson(a, people.firstId, { customerId: b.customerId });
  expect(status, 404, "another customer's person");
  return "another customer's person is answered with 404";
}

/** Each answered read is in the log before we look, with the fields that it delivered and without the password. */
async function checkLog(
  { platform, platformData }: Setting,
  ids: readonly number[],
): Promise<string> {
  const tenant = platform.tenants.a;
  for (const id of ids) {
    const { status, transactionId } = await readPerson(tenant, id, { query: readFields });
    expect(status, 200, `person ${id}`);
    const { rows } = await platformData.query<{ fields: number; text: string }>(
      `select jsonb_array_length(detail -> 'access') as fields, detail::text as text
        from exchange where customer_id = $1 and transaction_id = $2`,
      [tenant.customerId, transactionId],
    );
    expect(rows.length, 1, `log rows of ${transactionId}`);
    if (Number(rows[0]?.fields) === 0) throw new Error("Expected fields in the log, found none");
    if (rows[0]?.text.includes(tenant.authorization.slice("Basic ".length)) === true)
      throw new Error("Expected the credential to be masked, found it in the log");
  }
  return `the transaction ids of ${ids.length} reads are in the log, with fields, without credentials`;
}

/** The platform and the bare peer answer with the same person. */
async function checkDocuments(
  { platform, peers }: Setting,
  ids: readonly number[],
): Promise<string> {
  for (const id of ids) {
    const ours = JSON.parse((await readPerson(platform.tenants.a, id)).body) as Person;
    const answer = await fetch(`${peers.bare.ready.address}/people/${id}`);
    const bare = (await answer.json()) as Person;
    for (const field of ["firstname", "lastname", "email"] as const)
      expect(ours[field], bare[field], `${field} of person ${id}`);
  }
  return `${ids.length} people are the same from the platform and from the bare peer`;
}

type Person = Readonly<Record<"firstname" | "lastname" | "email", string>>;

async function checkMock({ platform, peers }: Setting): Promise<string> {
  const answer = await fetch(
    `${peers.mock.ready.address}${readPath(platform.tenants.a)}/${people.firstId}`,
  );
  expect(answer.status, 200, "the mock's answer");
  expect(JSON.stringify(await answer.json()), peers.mockAnswer, "the mock's body");
  return "the mock answers with a body of the platform";
}

function expect(found: unknown, expected: unknown, what: string): void {
  if (found !== expected)
    throw new Error(`Expected ${String(expected)} for ${what}, found ${String(found)}`);
}
