import type { ListNode } from "../tenant/list-node.ts";

/**
 * The node by which an open list takes in an unknown text. Its id follows from the text, so that two writes of the same text
 * at the same time name the same node; an id already taken by another text moves on by one.
 */
export function newListNode(text: string, nodes: readonly ListNode[]): ListNode {
  const taken = new Set(nodes.map((node) => node.id));
  let number = 900_000_000 + (textHash(text.toLowerCase()) % 100_000_000);
  while (taken.has(`C${number}`)) number += 1;
  return { id: `C${number}`, value: text.trim() };
}

// FNV-1a over code points: short, stable, and not meant to resist anybody.
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
