/** What a notice says, in both forms of a mail. */
export interface NoticeText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Both forms of the same paragraphs. */
export function noticeText(subject: string, paragraphs: readonly string[]): NoticeText {
  const html = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join("\n");
  return {
    subject,
    text: `${paragraphs.join("\n\n")}\n`,
    html: `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>\n<body>\n${html}\n</body>\n</html>\n`,
  };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
