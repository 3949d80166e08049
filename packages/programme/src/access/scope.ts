/** What a token can be good for; its account's role says what of it is allowed. None holds another. */
export const scopes = [
  "programme:read",
  "programme:write",
  "sandbox:read",
  "sandbox:write",
  "runs:read",
  "runs:write",
  "admin",
] as const;

export type Scope = (typeof scopes)[number];
