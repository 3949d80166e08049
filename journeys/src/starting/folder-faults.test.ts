import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leaveData, refusal, runPlatform, snapshot } from "./platform-process.ts";

let room = "";
let data = "";

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), "slipway-starting-"));
  data = join(room, "data");
});

afterEach(() => rm(room, { recursive: true, force: true }));

describe("a folder that cannot be written", () => {
  // Root ignores modes; without the right to do so it is refused like anybody else.
  const isRoot = process.getuid?.() === 0;
  const prefix = isRoot ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] : [];

  const cannot = (path: string, reason: string): object =>
    refusal(
      77,
      "STARTING-FOLDER-NOT-WRITABLE",
      `Expected a folder that this user may write for the data, found that ${path} cannot be written (${reason}). Change its permissions, or name another folder in SLIPWAY_DATA.`,
    );

  it("is named when it exists", async () => {
    await mkdir(data, { mode: 0o500 });
    expect(await runPlatform({ data, prefix })).toStrictEqual(cannot(data, "permission denied"));
    expect(await snapshot(data)).toStrictEqual([]);
  });

  it("is named when it cannot be made", async () => {
    const closed = join(room, "closed");
    await mkdir(closed, { mode: 0o500 });
    const inside = join(closed, "data");
    expect(await runPlatform({ data: inside, prefix })).toStrictEqual(
      cannot(inside, "permission denied"),
    );
    expect(await snapshot(closed)).toStrictEqual([]);
  });

  it("is named when it holds data, which stay as they are", async () => {
    await leaveData(data);
    const before = await snapshot(data);
    await chmod(data, 0o500);
    expect(await runPlatform({ data, prefix })).toStrictEqual(cannot(data, "permission denied"));
    await chmod(data, 0o700);
    expect(await snapshot(data)).toStrictEqual(before);
  });

  it("is named when it is a file", async () => {
    await writeFile(data, "mine");
    expect(await runPlatform({ data })).toStrictEqual(cannot(data, "it is a file"));
    expect(await readFile(data, "utf8")).toBe("mine");
  });
});

describe("a full disk", () => {
  const full = (found: string, path = data): object =>
    refusal(
      74,
      "STARTING-DISK-FULL",
      `Expected room for the data on the disk of ${path}, found ${found}. Free some space, or name another folder in SLIPWAY_DATA on another disk.`,
    );

  it("is named when the first file cannot be written", async () => {
    await mkdir(data);
    // The one device that is always full, for root and for users: what is written to this file meets a real ENOSPC.
    await symlink("/dev/full", join(data, "lock.owner"));
    expect(await runPlatform({ data })).toStrictEqual(full("no space left"));
  });

  // Small disks are made in a namespace of their own. Where that is refused, the test above must do.
  const user = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
  const namespace = ["unshare", ...user, "--mount", "--"];
  const onDisk = (options: string): readonly string[] => [
    ...namespace,
    "sh",
    "-c",
    `mount -t tmpfs -o ${options} tmpfs "$SLIPWAY_DATA" && { "$@"; code=$?; find "$SLIPWAY_DATA" -mindepth 1 -printf '%P %s\\n' | sort; exit $code; }`,
    "sh",
  ];
  const [unshare = "", ...rest] = namespace;
  const canMount =
    spawnSync(unshare, [...rest, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;
  const disks = [
    {
      name: "has too little room",
      options: "size=8m",
      found: "8 MB free where 160 MB are needed",
      below: "",
      left: "",
    },
    // Room enough, but for a hundred files only: PostgreSQL meets the end in the middle of its making.
    {
      name: "fills up while the data are made",
      options: "size=400m,nr_inodes=100",
      found: "no space left",
      below: "/postgres",
      left: "lock 0\npostgres.lock 0\n",
    },
  ].filter(() => canMount);

  it.each(disks)(
    "is named when it $name, and keeps no half-made data",
    async ({ options, found, below, left }) => {
      await mkdir(data);
      expect(await runPlatform({ data, prefix: onDisk(options) })).toStrictEqual({
        ...full(found, `${data}${below}`),
        stdout: left,
      });
    },
  );
});
