/** Ends an exhaustive switch: a case that was forgotten does not compile. Throws, should an untyped value get here. */
export function unreachable(value: never): never {
  throw new Error(`Expected every case to be handled, found ${JSON.stringify(value)}`);
}
