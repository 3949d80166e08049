import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, type Comment, type EcmaScriptModule, type Program } from "oxc-parser";

/** A TypeScript or JavaScript file, parsed. */
export interface ParsedModule {
  /** Relative to the root it was read from. */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly module: EcmaScriptModule;
  readonly comments: readonly Comment[];
  /** Line number, from 1, of an offset into `text`. */
  readonly lineAt: (offset: number) => number;
}

const parsed = new Map<string, ParsedModule>();

/** Reads and parses `path` below `root`; equal texts at equal paths are parsed once. Throws on a syntax error. */
export function parseModule(root: string, path: string): ParsedModule {
  const text = readFileSync(join(root, path), "utf8");
  const key = `${path}\n${text}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const { program, module, comments, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`Expected ${path} to parse, found: ${error.message}`);
  const found = { path, text, program, module, comments, lineAt: lineFinder(text) };
  parsed.set(key, found);
  return found;
}

/** Turns offsets into line numbers, from 1. */
export function lineFinder(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split("\n").length;
}
