import { Refusal } from "../answer/refusal.ts";
import { isObject } from "../is-object.ts";
import type { Link } from "../profile/profile-base.ts";
import type { AtsEvent, KnownEventType } from "./ats-event.ts";
import { parseJsonObject } from "./parse-json-object.ts";

type Json = Readonly<Record<string, unknown>>;

const ownMembers: Readonly<Record<KnownEventType, readonly string[]>> = {
  WorkFlowStatusChangeEvent: ["personId", "jobId", "newStatus", "oldStatus"],
  ApplicationCompletedEvent: ["returnUrl"],
  AssessmentEvent: ["returnUrl"],
  JobPostToWebEvent: ["portalUrl"],
  JobUnpostToWebEvent: [],
  ViewJobWebPostEvent: [],
  OnboardPortalTaskEvent: ["returnUrl", "incompleteUrl"],
  RemoteLoginEvent: ["returnUrl"],
};

const commonMembers = ["eventType", "customerId", "systemId", "userId", "links"];

/** Whether the members of this type of event are known. */
function isKnownEventType(type: string): type is KnownEventType {
  return Object.hasOwn(ownMembers, type);
}

/** The event in a body. Refuses with 400 what lacks a member of its type, and names the member. */
export function parseEvent(body: Uint8Array): AtsEvent {
  const json = parseJsonObject(body);
  const eventType = text(json, "eventType");
  const own = isKnownEventType(eventType) ? ownMembers[eventType] : [];
  const { userId, links } = json;
  const typed = new Set([...commonMembers, ...own]);
  return {
    eventType,
    customerId: text(json, "customerId"),
    systemId: text(json, "systemId"),
    userId: userId === undefined || userId === null ? "" : text(json, "userId"),
    links: Array.isArray(links) ? links.filter(isLink) : [],
    extra: Object.fromEntries(Object.entries(json).filter(([name]) => !typed.has(name))),
    ...Object.fromEntries(own.map((name) => [name, text(json, name)])),
  };
}

// Ids are documented as texts; a number says the same.
function text(json: Json, name: string): string {
  const value = json[name];
  if (typeof value === "string" && value.trim() !== "") return value;
  if (typeof value === "number") return String(value);
  throw Refusal.userError(
    "The event could not be read. Please contact support.",
    `Expected the text ${name} in the event, found ${value === undefined ? "none" : typeof value}.`,
  );
}

function isLink(value: unknown): value is Link {
  return (
    isObject(value) && ["rel", "title", "url"].every((name) => typeof value[name] === "string")
  );
}
