/** A Markdown table. Cells are escaped: a bar or a line break in a cell does not end it. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [tableLine(header), tableLine(header.map(() => "---")), ...rows.map(tableLine)].join("\n");
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map(escapeCell).join(" | ")} |`;
}

function escapeCell(cell: string): string {
  return cell.replaceAll("|", String.raw`\|`).replaceAll(/\s*\n\s*/gu, " ");
}
