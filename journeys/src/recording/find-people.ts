import type { Credential } from "@slipway/platform-client";

/** The ids of the people of a tenant, as a client of the ATS API finds them. */
export async function findPeople(base: string, credential: Credential): Promise<readonly number[]> {
  const { customerId, username, password } = credential;
  const answer = await fetch(`${base}/customers/${customerId}/search/people`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ filters: [{ name: "person.id", value: ["0"], operator: ">" }] }),
  });
  const { searchResults } = (await answer.json()) as {
    readonly searchResults: readonly { readonly id: number }[];
  };
  return searchResults.map(({ id }) => id);
}
