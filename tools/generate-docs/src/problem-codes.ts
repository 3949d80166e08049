import type { Node } from "oxc-parser";
import { Visitor } from "oxc-parser";
import { parseModule, type ParsedModule } from "./parsed-module.ts";
import { repositoryFiles } from "./repository-files.ts";

/** A place where a problem with a stable code is made. */
export interface ProblemUse {
  readonly code: string;
  readonly path: string;
  readonly line: number;
  /** The HTTP status, where the place states it as a number. */
  readonly status: number | undefined;
  /** The key of the vendor error that gives the status, where it comes from that table. */
  readonly vendorError: string | undefined;
  /** First sentence of the doc comment above the declaration that makes it. */
  readonly meaning: string | undefined;
}

/** A code that a union or table declares. */
export interface DeclaredCode {
  readonly code: string;
  readonly path: string;
  readonly line: number;
}

const codeShape = /^[A-Z]+(?:-[A-Z0-9]+)+$/u;

/** Every place below `root` that makes a problem. */
export function problemUses(root: string): readonly ProblemUse[] {
  return productFiles(root).flatMap((path) => usesIn(parseModule(root, path)));
}

/** Every code that a type named `…Code` lists. */
export function declaredCodes(root: string): readonly DeclaredCode[] {
  return productFiles(root).flatMap((path) => declaredIn(parseModule(root, path)));
}

function productFiles(root: string): readonly string[] {
  return repositoryFiles(root).filter(
    (path) =>
      /^(?:apps|packages)\/[^/]+\/src\/.*\.ts$/u.test(path) && !/\.(?:test|world)\.ts$/u.test(path),
  );
}

function usesIn(parsed: ParsedModule): readonly ProblemUse[] {
  const uses: ProblemUse[] = [];
  const add = (value: Node, vendorError?: string): void => {
    for (const { node, text } of codesOf(value)) {
      const place = placeOf(parsed, node);
      uses.push({ code: text, ...place, vendorError: vendorError ?? place.vendorError });
    }
  };
  new Visitor({
    Property: ({ key, value }) => {
      if (key.type === "Identifier" && key.name === "code") add(value);
    },
    // `refusal("SANDBOX-…", "badRequest", …)`: the vendor error stands beside the code.
    CallExpression: ({ callee, arguments: [first, second] }) => {
      if (callee.type !== "Identifier" || first === undefined) return;
      const isKey = second?.type === "Literal" && typeof second.value === "string";
      add(first, isKey ? second.value : undefined);
    },
  }).visit(parsed.program);
  return uses;
}

interface CodeLiteral {
  readonly node: Node;
  readonly text: string;
}

// A code stands alone or in both arms of a choice.
function codesOf(node: Node): readonly CodeLiteral[] {
  if (node.type === "ConditionalExpression")
    return [...codesOf(node.consequent), ...codesOf(node.alternate)];
  const isCode =
    node.type === "Literal" && typeof node.value === "string" && codeShape.test(node.value);
  return isCode ? [{ node, text: node.value }] : [];
}

function placeOf(parsed: ParsedModule, literal: Node): Omit<ProblemUse, "code"> {
  const { path, text, program, lineAt } = parsed;
  const declaration = program.body.find(
    ({ start, end }) => start <= literal.start && literal.end <= end,
  );
  const { start, end } = declaration ?? literal;
  const body = text.slice(start, end);
  const status = /\bstatus:\s*(\d{3})\b/u.exec(body)?.[1];
  return {
    path,
    line: lineAt(literal.start),
    status: status === undefined ? undefined : Number(status),
    vendorError: /\bvendorErrors\.(\w+)/u.exec(body)?.[1],
    meaning: meaningAbove(parsed, start),
  };
}

function meaningAbove({ text, comments }: ParsedModule, start: number): string | undefined {
  const above = comments.findLast(({ end }) => end <= start);
  if (above?.value.startsWith("*") !== true || text.slice(above.end, start).trim() !== "")
    return undefined;
  const prose = above.value
    .replaceAll(/^\s*\*+ ?/gmu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  return /^.+?[.](?=\s|$)/u.exec(prose)?.[0] ?? prose;
}

function declaredIn({ path, program, lineAt }: ParsedModule): readonly DeclaredCode[] {
  const declared: DeclaredCode[] = [];
  new Visitor({
    TSTypeAliasDeclaration: ({ id, typeAnnotation }) => {
      if (!id.name.endsWith("Code") || typeAnnotation.type !== "TSUnionType") return;
      for (const member of typeAnnotation.types) {
        const literal = member.type === "TSLiteralType" ? member.literal : undefined;
        if (literal?.type !== "Literal" || typeof literal.value !== "string") continue;
        if (codeShape.test(literal.value))
          declared.push({ code: literal.value, path, line: lineAt(member.start) });
      }
    },
  }).visit(program);
  return declared;
}
