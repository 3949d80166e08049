import { vi, expect } from "vitest";

import type { Integration } from "../integrations/integration.ts";
import type { Actor } from "../lifecycle/actor.ts";
import type { MoveStanding } from "../lifecycle/move-standing.ts";
import type { Standing } from "../lifecycle/standing-state.ts";
import { approveVersion, designateIntegration } from "../testing/designate-integration.ts";
import { openNoticeWorld, type NoticeWorld } from "../testing/open-notice-world.ts";

export const partner: Actor = { name: "Ada", role: "partner-admin", organisation: "Acme" };
export const reviewer: Actor = { name: "Grace", role: "reviewer", organisation: "programme" };
const owner: Actor = { name: "Edith", role: "programme-owner", organisation: "programme" };
export const because = "As the guide says.";

/** A designated integration in a world with a mail server, and what is done with it. */
export interface RevalidationWorld {
  readonly room: NoticeWorld;
  readonly integration: Integration;
  /** Asks for a revalidation; the id of its deadline, if it has one. */
  readonly ask: (subject: string, actor?: Actor) => Promise<string | undefined>;
  /** The same where there has to be one. */
  readonly asked: (subject: string) => Promise<string>;
  /** Publishes a mandatory feature; the id of the deadline that follows. */
  readonly release: (title: string) => Promise<string>;
  readonly standing: () => Promise<Standing>;
  readonly untilStanding: (expected: object) => Promise<void>;
  readonly untilRunning: (deadlineId: string) => Promise<void>;
  readonly untilTasks: (count: number) => Promise<void>;
  readonly move: (event: MoveStanding["event"], more?: Later) => Promise<void>;
  /** What happened and by whom, oldest first. */
  readonly events: () => Promise<readonly string[]>;
  /** Begins the next version and has it validated. */
  readonly revalidate: (number: number) => Promise<void>;
}

interface Later {
  readonly until?: Date;
  readonly deadlineId?: string;
}

export async function openRevalidationWorld(): Promise<RevalidationWorld> {
  const room = await openNoticeWorld();
  const integration = await designateIntegration(room.world, { name: "Acme Tests" });
  return { room, integration, ...asking(room, integration), ...seeing(room, integration) };
}

type Asking = Pick<RevalidationWorld, "ask" | "asked" | "release" | "move" | "revalidate">;

function asking({ programme, world }: NoticeWorld, integration: Integration): Asking {
  const integrationId = integration.id;
  const ask = async (subject: string, actor = reviewer): Promise<string | undefined> => {
    const opened = await programme.askRevalidation({
      ...{ integrationId, subject, actor },
      reason: because,
    });
    return opened.deadlineId;
  };
  return {
    ask,
    asked: async (subject) => {
      const deadlineId = await ask(subject);
      if (deadlineId === undefined) throw new Error("Expected a deadline, found none");
      return deadlineId;
    },
    release: async (title) => {
      const { id } = await programme.draftRelease({
        ...{ title, whatItIs: "Packages come in lists.", notes: "Lists." },
        ...{ isMandatory: true, framework: "prime-assessment", connectorTypes: ["prime"] },
        actor: owner,
      });
      await programme.publishRelease({ id, actor: owner });
      const deadlines = await programme.listDeadlines({ integrationId });
      return deadlines.find(({ subject }) => subject === title)?.id ?? "";
    },
    move: async (event, more = {}) => {
      const actor = event === "designate" || event === "extend-deadline" ? reviewer : owner;
      await programme.moveStanding({ integrationId, event, actor, reason: because, ...more });
    },
    revalidate: async (number) => {
      await programme.beginVersion({ integrationId, actor: partner, reason: "" });
      await approveVersion(world, integration, number);
    },
  };
}

type Seeing = Pick<
  RevalidationWorld,
  "standing" | "untilStanding" | "untilRunning" | "untilTasks" | "events"
>;

function seeing({ programme }: NoticeWorld, { id }: Integration): Seeing {
  const standing = async (): Promise<Standing> => (await programme.loadLifecycle(id)).standing;
  return {
    standing,
    untilStanding: async (expected) => {
      await vi.waitFor(async () => expect(await standing()).toMatchObject(expected), 20_000);
    },
    untilRunning: async (deadlineId) => {
      await vi.waitFor(
        async () =>
          expect(await programme.loadDeadline(deadlineId)).toMatchObject({ state: "running" }),
        20_000,
      );
    },
    untilTasks: async (count) => {
      await vi.waitFor(async () => expect(await programme.listTasks()).toHaveLength(count), 20_000);
    },
    events: async () => {
      const history = await programme.listHistory(id);
      return history.map(({ event, actor }) => `${event} by ${actor.name}`);
    },
  };
}
