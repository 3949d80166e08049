const halfDayText = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}) ([AP]M)$/iu;

/** Reads `2026-02-03 04:05 PM`, which is UTC (PAY); undefined when the text is not such a date. */
export function parseAssessmentDate(text: string): Date | undefined {
  const [, year, month, day, hour, minute, half] = halfDayText.exec(text.trim()) ?? [];
  if (half === undefined || Number(hour) < 1 || Number(hour) > 12) return undefined;
  const hours = (Number(hour) % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
  const iso = `${year}-${month}-${day}T${String(hours).padStart(2, "0")}:${minute}:00.000Z`;
  const date = new Date(iso);
  // 31 February rolls over instead of failing.
  return !Number.isNaN(date.getTime()) && date.toISOString() === iso ? date : undefined;
}
