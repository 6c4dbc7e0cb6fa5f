import { activeInputs } from "./active-inputs.js";
import { type GraphNode, type Input, type Link, linkOf } from "./graph.js";
import { isBare, isBundle, isConditioning, isForeign, isTextual, type Role, roleOf } from "./names.js";
import { textOf, textualInputs } from "./node-text.js";
import { mayVisit, type Walk } from "./walk.js";

/** A node whose words reach a sampler. */
export interface Encoded {
  readonly id: string;
  /** Without blanks and line breaks at its ends; never empty. */
  readonly text: string;
  /** Whether the graph itself says that the words serve the role asked for. */
  readonly isSettled: boolean;
}

interface Task {
  readonly link: Link;
  readonly role: Role;
  /** Whether all words from here on serve the role, as they do below an input of that name. */
  readonly isSettled: boolean;
  /** Set once the node's links have been walked and its own words come next. */
  readonly isEmission?: boolean;
}

/**
 * The words behind one output, in the order in which the graph combines them: what a node passes on comes before
 * what it adds. Pipes are followed to the member of the role; a zeroed-out conditioning has no words.
 */
export function encodedTexts(walk: Walk, start: Link, role: Role, isSettled: boolean): readonly Encoded[] {
  const found: Encoded[] = [];
  const seen = new Set<string>();
  const stack: Task[] = [{ link: start, role, isSettled }];
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    const node = walk.graph.get(task.link.id);
    if (node === undefined) continue;
    if (task.isEmission === true) {
      const text = textOf(walk, task.link, task.role).trim();
      if (text !== "") found.push({ id: node.id, text, isSettled: task.isSettled });
      continue;
    }
    const key = `${task.role} ${task.isSettled} ${task.link.slot} ${node.id}`;
    if (seen.has(key) || !mayVisit(walk)) continue;
    seen.add(key);
    stack.push(...tasksOf(walk, node, task).toReversed());
  }
  return found;
}

function tasksOf(walk: Walk, node: GraphNode, task: Task): readonly Task[] {
  if (/zero_?out/i.test(node.type)) return [];
  const stated = node.outputs?.[task.link.slot];
  const named = stated === undefined ? null : roleOf(stated);
  const role = named ?? task.role;
  const isSettled = task.isSettled || named !== null;
  const inputs = activeInputs(walk, node);
  const own = textualInputs(inputs, role).filter(
    ([name]) => isSettled || role === "positive" || roleOf(name) === role,
  );
  const links = inputs.filter(([name, value]) => linkOf(value) !== null && !isOwnWord(name));
  const tasks: Task[] = onward(links, role, isSettled, own.length > 0).flatMap(([name, value]) => {
    const link = linkOf(value);
    return link === null ? [] : [{ link, role, isSettled: isSettled || roleOf(name) === role }];
  });
  return own.length === 0
    ? tasks
    : [
        ...tasks,
        {
          link: task.link,
          role,
          isSettled: isSettled || own.every(([name]) => roleOf(name) === role),
          isEmission: true,
        },
      ];
}

/** Links of this name are walked when the node's text is built. */
function isOwnWord(name: string): boolean {
  return isTextual(name) && !isBare(name);
}

function onward(
  links: readonly Input[],
  role: Role,
  isSettled: boolean,
  hasWords: boolean,
): readonly Input[] {
  const ofRole = links.filter(([name]) => roleOf(name) === role);
  if (ofRole.length > 0) return ofRole;
  const bundles = links.filter(([name]) => isBundle(name));
  if (bundles.length > 0) return bundles;
  if (links.some(([name]) => roleOf(name) !== null)) {
    return role === "positive" ? links.filter(([name]) => isConditioning(name) && roleOf(name) === null) : [];
  }
  if (role === "negative" && !isSettled && links.some(([name]) => isConditioning(name))) return [];
  const conditioning = links.filter(([name]) => isConditioning(name));
  if (conditioning.length > 0 || hasWords) return conditioning;
  return links.filter(([name]) => !isForeign(name));
}
