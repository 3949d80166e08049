// The vendor writes UTC throughout: `yyyy-MM-dd` and, with a 12-hour clock, `yyyy-MM-dd hh:mm a` (DOC).
const dateTextShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dateTimeTextShape = /^(\d{4}-\d{2}-\d{2}) (\d{1,2}):(\d{2}) (AM|PM)$/i;

/** Reads `yyyy-MM-dd`; undefined when it is no such day. The stored form is the same text. */
export function parseDateText(text: string): string | undefined {
  if (!dateTextShape.test(text) || text.startsWith("0000")) return undefined;
  const instant = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
    ? text
    : undefined;
}

/**
 * Reads `yyyy-MM-dd hh:mm a` in UTC and gives the ISO instant; undefined when it is none. The hour may lack its leading
 * zero, as one client sends it (CLI), and AM and PM may be lower case (INF).
 */
export function parseDateTimeText(text: string): string | undefined {
  const [, day = "", hourText = "", minuteText = "", half = ""] =
    dateTimeTextShape.exec(text) ?? [];
  const date = parseDateText(day);
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (date === undefined || hour < 1 || hour > 12 || minute > 59) return undefined;
  const hour24 = (hour % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
  return `${date}T${twoDigits(hour24)}:${twoDigits(minute)}:00.000Z`;
}

/** Writes an ISO instant as `yyyy-MM-dd hh:mm a` in UTC; seconds are cut off, for the wire has none. */
export function formatDateTime(iso: string): string {
  const hour24 = Number(iso.slice(11, 13));
  const half = hour24 < 12 ? "AM" : "PM";
  return `${iso.slice(0, 10)} ${twoDigits(hour24 % 12 === 0 ? 12 : hour24 % 12)}:${iso.slice(14, 16)} ${half}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
