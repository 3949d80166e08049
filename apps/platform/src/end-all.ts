/** Ends what was started, the last first, and empties the list. What fails to end is told, and keeps nothing else from ending. */
export async function endAll(
  started: (() => Promise<void>)[],
  onError: (error: unknown) => void,
): Promise<void> {
  for (const end of started.splice(0).toReversed()) await end().catch(onError);
}
