/** The known ids that look most like a mistyped one, nearest first; none where nothing is near. */
export function nearestIds(typed: string, known: readonly string[], limit = 3): readonly string[] {
  const wanted = typed.toLowerCase();
  return known
    .map((id) => ({ id, distance: distanceOf(wanted, id.toLowerCase()) }))
    .filter(({ id, distance }) => distance <= Math.max(2, Math.floor(id.length / 4)))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** How many letters have to be put in, taken out or exchanged (Levenshtein); a whole beginning or end costs one. */
function distanceOf(typed: string, id: string): number {
  if (typed.length > 2 && (id.startsWith(typed) || id.endsWith(typed))) return 1;
  let row = Array.from({ length: id.length + 1 }, (_, index) => index);
  for (const [line, letter] of Array.from(typed).entries()) {
    const next = [line + 1];
    for (let column = 1; column <= id.length; column += 1) {
      const exchanged = (row[column - 1] ?? 0) + (letter === id[column - 1] ? 0 : 1);
      next.push(Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, exchanged));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
