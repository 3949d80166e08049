/** What is said to who is not known. */
export function challengeOf({
  challenge = 'Basic realm="partner"',
}: {
  readonly challenge?: string;
}): string {
  return challenge;
}
