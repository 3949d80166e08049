/** What a token endpoint gave. */
export interface GivenToken {
  readonly accessToken: string;
  /** Seconds for which it says it is good; undefined when it does not say. */
  readonly expiresInSeconds: number | undefined;
}

/** A token that an `Authorization` header can carry. */
const carried = /^[!-~]{1,8192}$/u;

/** Reads the body of a success (RFC 6749, section 5.1); what is wrong with it as a text without any of its values. */
export function readTokenAnswer(body: string): GivenToken | string {
  const members = parsed(body);
  if (members === undefined) return "status 200 with a body that is no JSON object";
  const { access_token: accessToken, token_type: type, expires_in: expiresIn } = members;
  if (typeof accessToken !== "string" || !carried.test(accessToken))
    return "a JSON object without an access_token that a header can carry";
  if (typeof type !== "string" || type.toLowerCase() !== "bearer")
    return 'a token whose token_type is not "Bearer"';
  if (expiresIn === undefined) return { accessToken, expiresInSeconds: undefined };
  const seconds = typeof expiresIn === "string" ? Number(expiresIn) : expiresIn;
  if (typeof seconds !== "number" || !Number.isFinite(seconds) || seconds <= 0)
    return "a token whose expires_in is no positive number";
  return { accessToken, expiresInSeconds: seconds };
}

const errorCode = /^[\w.-]{1,60}$/u;
const longestDescription = 200;

/** `invalid_client: no such client`: what a refusal says of itself (section 5.2); empty when it says nothing that can be shown. */
export function readTokenRefusal(maskedBody: string): string {
  const { error, error_description: description } = parsed(maskedBody) ?? {};
  return [
    ...(typeof error === "string" && errorCode.test(error) ? [error] : []),
    ...(typeof description === "string" ? [description.slice(0, longestDescription)] : []),
  ].join(": ");
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    // Neither null nor a list: an object.
    return value as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
