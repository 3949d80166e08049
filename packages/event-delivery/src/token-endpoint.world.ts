import { startPartner, type ReceivedCall } from "./partner.world.ts";

export interface TokenEndpoint {
  readonly address: string;
  readonly journal: readonly ReceivedCall[];
  /** What it answers from now on (a text as it is, anything else as JSON); undefined: `token-1`, `token-2` and so on, each good for an hour. */
  readonly answerWith: (body: unknown, status?: number) => void;
  readonly close: () => Promise<void>;
}

/** A token endpoint on a real socket, which gives to everybody. */
export async function startTokenEndpoint(): Promise<TokenEndpoint> {
  let answer: { readonly body: unknown; readonly status: number } = {
    body: undefined,
    status: 200,
  };
  let given = 0;
  const server = await startPartner((_call, response) => {
    const { body, status } = answer;
    given += 1;
    const token = { access_token: `token-${given}`, token_type: "Bearer", expires_in: 3600 };
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body ?? token));
  });
  return {
    address: `${server.endpoint}/oauth/token`,
    journal: server.journal,
    answerWith: (body, status = 200) => {
      answer = { body, status };
    },
    close: server.close,
  };
}
