import type { GraphNode, Input } from "./graph.js";
import { isTextual, type Role, roleOf } from "./names.js";
import type { Operation } from "./operation.js";
import { scheduleOf } from "./schedule.js";

/** UTF-16 units; longer texts are cut: a chain of doublings must not fill the memory. */
export const LONGEST_TEXT = 200_000;

/**
 * What a node does to strings, where its type and the names of its inputs tell: join, replace, schedule.
 * Null for nodes that only hold or pass on a text.
 */
export function operationOf(node: GraphNode, inputs: readonly Input[], role: Role): Operation | null {
  const byName = new Map(inputs);
  return scheduleOf(byName, role) ?? replacementOf(node, byName) ?? joinOf(node, inputs, byName);
}

const JOIN_TYPE = /concat|join|combine|merge|append|prepend|stringfunction|promptline/i;
const DELIMITER = /^(?:delimiter|separator|sep|joiner|glue|\w{1,20}_(?:delimiter|separator))$/i;
const PARTS = /^(?:text|string|str|prompt|input|part|any|value)s?_?(?:[a-z]|\d{1,3})$/i;
const LONGEST_DELIMITER = 100;
const DELIMITER_WORDS: { readonly [word: string]: string } = {
  newline: "\n",
  "new line": "\n",
  comma: ",",
  "comma + space": ", ",
  space: " ",
  none: "",
};

function joinOf(
  node: GraphNode,
  inputs: readonly Input[],
  byName: ReadonlyMap<string, unknown>,
): Operation | null {
  if (!JOIN_TYPE.test(node.type)) return null;
  const parts = inputs.filter(([name]) => PARTS.test(name));
  if (parts.length < 2) return null;
  const written = inputs.find(([name]) => DELIMITER.test(name))?.[1];
  const isTidy = byName.get("tidy_tags") === "yes";
  const delimiter =
    typeof written === "string" ? delimiterOf(written.slice(0, LONGEST_DELIMITER)) : isTidy ? ", " : "";
  const isCleaned =
    isTidy || byName.get("clean_whitespace") === "true" || byName.get("clean_whitespace") === true;
  return {
    values: parts.map(([, value]) => value),
    join: (texts) => {
      const kept = isCleaned ? texts.map((text) => text.trim()).filter((text) => text !== "") : texts;
      return delimiter === "" ? joinBlocks(kept) : kept.join(delimiter);
    },
  };
}

/** Parts end to end; blank lines at a joint become one line break, as they are cut at a text's ends. */
function joinBlocks(parts: readonly string[]): string {
  return parts.reduce(
    (whole, part) => (/\n\s*\n$/.test(whole.slice(-64)) ? `${whole.trimEnd()}\n` : whole) + part,
    "",
  );
}

function delimiterOf(written: string): string {
  return DELIMITER_WORDS[written.toLowerCase()] ?? written.replaceAll("\\n", "\n").replaceAll("\\t", "\t");
}

function replacementOf(node: GraphNode, byName: ReadonlyMap<string, unknown>): Operation | null {
  if (byName.get("action") === "replace" && byName.has("text_c")) {
    return replacing(["text_a", "text_b", "text_c"].map((name) => byName.get(name)));
  }
  if (!/replace/i.test(node.type) || !byName.has("find") || !byName.has("replace")) return null;
  const subject = [...byName].find(([name]) => isTextual(name) && roleOf(name) === null);
  return subject === undefined ? null : replacing([subject[1], byName.get("find"), byName.get("replace")]);
}

function replacing(values: readonly unknown[]): Operation {
  return {
    values,
    join: ([subject = "", find = "", replacement = ""]) => {
      if (find === "") return subject;
      const pieces = subject.split(find);
      const length = subject.length + (pieces.length - 1) * (replacement.length - find.length);
      return length > LONGEST_TEXT ? subject : pieces.join(replacement);
    },
  };
}
