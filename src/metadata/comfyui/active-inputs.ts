import type { GraphNode, Input } from "./graph.js";
import { scalarOf } from "./scalars.js";
import { borrowedInputs, type Walk } from "./walk.js";

const SELECTOR = /^(?:switch|select|selector|boolean|bool|condition|input|index|which|choice)$/i;
const SWITCH_TYPE = /switch|select|if.?else|mux|choose/i;

/**
 * The inputs that take part in a run: of a switch only the branch it is set to, of a "get" node those of its
 * "set" node, of all others every one. A switch whose setting the graph computes keeps all branches.
 */
export function activeInputs(walk: Walk, node: GraphNode): readonly Input[] {
  const inputs = [...node.inputs];
  const borrowed = borrowedInputs(walk, node.type, inputs);
  if (borrowed !== undefined) return borrowed;
  if (!SWITCH_TYPE.test(node.type) && !inputs.some(([name]) => branchOf(name) === "true")) return inputs;
  for (const [name, value] of inputs) {
    if (!SELECTOR.test(name)) continue;
    const setting = scalarOf(walk, value, name);
    const chosen =
      setting === null ? inputs : inputs.filter(([other]) => other !== name && isChosen(other, setting));
    if (chosen.length > 0 && chosen.length < inputs.length) return chosen;
  }
  return inputs;
}

/** "true" or "false", a number, or null for inputs that are no branch. */
function branchOf(name: string): string | null {
  const word = /(?:^|_)(true|false)(?:_value)?$/i.exec(name)?.[1];
  if (word !== undefined) return word.toLowerCase();
  const letter = /_([ab])$/i.exec(name)?.[1];
  if (letter !== undefined) return letter.toLowerCase() === "a" ? "true" : "false";
  const digits = /(\d{1,4})$/.exec(name)?.[1];
  return digits === undefined ? null : String(Number(digits));
}

function isChosen(name: string, setting: string | number | boolean): boolean {
  return branchOf(name) === String(setting).toLowerCase();
}
