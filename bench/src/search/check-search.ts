import type { SearchSetting } from "./open-search-setting.ts";
import { searchSubjects } from "./search-subjects.ts";

interface Found {
  readonly searchResults: readonly object[];
}

/** Sees that each search finds as many people as it should, here and at json-server, before anything is measured. Throws for the first that does not. */
export async function checkSearch(setting: SearchSetting): Promise<readonly string[]> {
  const told: string[] = [];
  for (const { name, plan } of searchSubjects(setting)) {
    const { base, send } = plan(1);
    const request = send.kind === "get" ? send.requests[0] : undefined;
    const answer = await fetch(`${base}${request?.path ?? ""}`, {
      headers: { ...request?.headers },
    });
    const body = (await answer.json()) as Found | readonly object[];
    if (answer.status !== 200) throw new Error(`Expected 200 of ${name}, found ${answer.status}`);
    if (name.startsWith("GET by id")) continue;
    const found = "searchResults" in body ? body.searchResults.length : body.length;
    if (found === 0) throw new Error(`Expected people of ${name}, found none`);
    told.push(`${name}: ${found} people found`);
  }
  return told;
}
