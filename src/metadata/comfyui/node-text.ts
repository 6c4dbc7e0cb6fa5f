import { activeInputs } from "./active-inputs.js";
import { type GraphNode, type Input, type Link, linkOf } from "./graph.js";
import { isBare, isForeign, isTextual, type Role, roleOf } from "./names.js";
import type { Operation } from "./operation.js";
import { LONGEST_TEXT, operationOf } from "./operations.js";
import { mayVisit, type Walk } from "./walk.js";

/** Inputs that only a language model has. */
const LANGUAGE_MODEL = /^(?:max_length|max_(?:new_)?tokens|(?:\w{1,20}[._])?temperature)$/i;

/** Nodes that show a text and keep what they showed in an earlier run beside the wire. */
const DISPLAY_TYPE = /show|display|preview/i;

interface Frame {
  readonly key: string;
  readonly operation: Operation;
  readonly got: string[];
}

/**
 * The text that an output stands for: the node's own words, or what its string operation makes of the words that
 * feed it. Empty where there is none; circles add nothing. Iterative, each output once.
 */
export function textOf(walk: Walk, start: Link, role: Role): string {
  const stack: Frame[] = [];
  const open = new Set<string>();
  const enter = (link: Link): string | null => {
    const key = `${role} ${link.slot} ${link.id}`;
    const known = walk.texts.get(key);
    const node = walk.graph.get(link.id);
    if (known !== undefined) return known;
    if (node === undefined || open.has(key) || !mayVisit(walk)) return "";
    open.add(key);
    stack.push({ key, operation: planOf(walk, node, link.slot, role), got: [] });
    return null;
  };
  let result = enter(start);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (result !== null) top.got.push(result);
    const next = top.operation.values[top.got.length];
    if (top.got.length < top.operation.values.length) {
      const link = linkOf(next);
      result = link === null ? literalText(next) : enter(link);
      continue;
    }
    result = finish(walk, top.operation.join(withinBounds(top.got)));
    walk.texts.set(top.key, result);
    open.delete(top.key);
    stack.pop();
  }
  return result ?? "";
}

/** The parts as long as they fit in one text together; what comes after is cut. */
function withinBounds(parts: readonly string[]): readonly string[] {
  let left = LONGEST_TEXT;
  return parts.map((part) => {
    const kept = part.length > left ? part.slice(0, left) : part;
    left -= kept.length;
    return kept;
  });
}

function finish(walk: Walk, text: string): string {
  const kept = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  walk.left.characters -= kept.length;
  if (kept.length === text.length && walk.left.characters >= 0) return kept;
  walk.notes.add("a text of the graph was cut for its length");
  return walk.left.characters >= 0 ? kept : "";
}

function literalText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function planOf(walk: Walk, node: GraphNode, slot: number, asked: Role): Operation {
  const inputs = activeInputs(walk, node);
  const stated = node.outputs?.[slot];
  const role = (stated === undefined ? null : roleOf(stated)) ?? asked;
  const operation = operationOf(node, inputs, role);
  if (operation !== null) return operation;
  const own = textualInputs(inputs, role);
  if (own.length > 0) {
    if (inputs.some(([name]) => LANGUAGE_MODEL.test(name))) {
      walk.notes.add("a language model in the graph rewrote the text; the file holds only what it was given");
    }
    if (DISPLAY_TYPE.test(node.type)) return { values: linksFirst(own), join: firstOf };
    return { values: own.map(([, value]) => value), join: joinDistinct };
  }
  const passing = inputs.filter(([name, value]) => linkOf(value) !== null && !isForeign(name));
  const ofRole = passing.filter(([name]) => roleOf(name) === role);
  return { values: (ofRole.length > 0 ? ofRole : passing).map(([, value]) => value), join: firstOf };
}

/**
 * The inputs that hold a node's words for this role, in the node's order. Words that a wildcard processor has
 * filled in stand alone. Links under a bare "positive" or "value" may carry
 * anything and are not among them.
 */
export function textualInputs(inputs: readonly Input[], role: Role): readonly Input[] {
  const textual = inputs.filter(
    ([name, value]) =>
      isTextual(name) && (typeof value === "string" || (linkOf(value) !== null && !isBare(name))),
  );
  const filled = textual.filter(([name, value]) => /populated/i.test(name) && value !== "");
  if (filled.length > 0) return filled;
  const own = textual.filter(([name]) => roleOf(name) === role);
  if (own.length > 0) return own;
  if (role === "negative" && textual.some(([name]) => roleOf(name) === "positive")) return [];
  return textual.filter(([name]) => roleOf(name) === null);
}

function linksFirst(inputs: readonly Input[]): readonly unknown[] {
  const values = inputs.map(([, value]) => value);
  return [
    ...values.filter((value) => linkOf(value) !== null),
    ...values.filter((value) => linkOf(value) === null),
  ];
}

function joinDistinct(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text.trim() !== "").join("\n");
}

function firstOf(texts: readonly string[]): string {
  return texts.find((text) => text.trim() !== "") ?? "";
}
