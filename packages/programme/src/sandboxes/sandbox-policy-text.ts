import { createHash } from "node:crypto";

/** What a sandbox may be used for. Whoever changes the text counts the version up: an acceptance is one of this text alone. */
export const sandboxPolicyText = {
  version: 1,
  text: [
    "1. The sandbox serves to develop, test and validate the one integration that it was made for.",
    "2. Tests with or for customers, demonstrations, trainings and production use are forbidden.",
    "3. Only made-up data belongs in it: no names, mail addresses or government ids of real people.",
    "4. Its credentials stay with the people who build the integration, and calls come from the addresses that were declared.",
    "5. Developer Support looks at signs of other use, explains them, and may withdraw the sandbox with a reason.",
  ].join("\n"),
} as const;

/** SHA-256 of the text, in hexadecimal. */
export function sandboxPolicyDigest(): string {
  return createHash("sha256").update(sandboxPolicyText.text).digest("hex");
}
