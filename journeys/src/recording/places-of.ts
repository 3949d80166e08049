/** The forms in which the secret might have got through. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const cores = [0, 1, 2].map((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return padded.slice(
      before === 0 ? 0 : before + 1,
      Math.floor(((before + bytes.length) * 8) / 6),
    );
  });
  const all = [secret, json, JSON.stringify(json).slice(1, -1), encodeURIComponent(secret)];
  return [...new Set([...all, bytes.toString("hex"), ...cores])];
}

/** Where secrets stand in texts, in whatever form. */
export function placesOf(
  secrets: readonly string[],
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  return [...texts].flatMap(([name, text]) =>
    secrets.flatMap((secret) =>
      formsOf(secret)
        .filter((form) => text.includes(form))
        .map(
          (form) =>
            `${name}: …${text.slice(Math.max(0, text.indexOf(form) - 60), text.indexOf(form) + 80)}…`,
        ),
    ),
  );
}
