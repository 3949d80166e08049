const form = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(?:Z|([+-]\d{2}):?(\d{2}))$/u;

/**
 * Reads `x-icims-date`: `2017-10-18T14:53:40+0000` as the vendor sends it (PAY), `2015-06-19T13:54:36Z` as a client does (CLI),
 * or with a colon in the offset. Undefined when it is none of them, or no such moment exists.
 */
export function parseRequestDate(text: string): Date | undefined {
  const [, moment, hours, minutes] = form.exec(text.trim()) ?? [];
  if (moment === undefined) return undefined;
  const utc = new Date(`${moment}Z`);
  // JavaScript reads the 31st of a shorter month as a day of the next one.
  if (Number.isNaN(utc.getTime()) || !utc.toISOString().startsWith(moment.slice(0, 19)))
    return undefined;
  return hours === undefined ? utc : readOffset(moment, `${hours}:${minutes ?? ""}`);
}

function readOffset(moment: string, offset: string): Date | undefined {
  const date = new Date(`${moment}${offset}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
