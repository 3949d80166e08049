const mostNear = 5;

/** Up to five of the known values that somebody may have meant: those that begin or end alike, or differ in few letters. */
export function nearValues(value: string, known: readonly string[]): readonly string[] {
  const wanted = value.toLowerCase();
  return known
    .map((one) => ({ one, distance: distanceOf(wanted, one.toLowerCase()) }))
    .filter(({ one, distance }) => distance <= Math.max(2, Math.floor(one.length / 3)))
    .toSorted((left, right) =>
      left.distance === right.distance
        ? left.one.localeCompare(right.one)
        : left.distance - right.distance,
    )
    .slice(0, mostNear)
    .map(({ one }) => one);
}

/** How many letters have to be put in, taken out or changed; 0 where one contains the other. */
function distanceOf(from: string, to: string): number {
  if (from.length >= 3 && (to.includes(from) || from.includes(to))) return 0;
  let row = Array.from({ length: to.length + 1 }, (_letter, index) => index);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
