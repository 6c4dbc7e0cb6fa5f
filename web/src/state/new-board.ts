import type { Description } from "imprompt/client";
import type { Blueprint } from "imprompt/core";
import { startHistory } from "imprompt/core";
import type { Board, Origin } from "./board";
import { newId } from "./id";

/** A board of a picture that the server has described. */
export function boardOfDescription(
  description: Description,
  preview: string,
  id: string,
  name: string,
): Board {
  const { image, recovered, provenance, measurements, warnings, blueprint } = description;
  return {
    id,
    name,
    origin: { kind: "picture" },
    createdAt: Date.now(),
    picture: { preview, ...image },
    facts: { recovered, provenance, measurements, warnings },
    history: startHistory(blueprint),
    parameters: {},
  };
}

/** A board without a picture of its own, or with that of the board it came from. */
export function boardOfBlueprint(
  blueprint: Blueprint,
  name: string,
  origin: Origin,
  rest: Partial<Pick<Board, "picture" | "facts" | "parameters">> = {},
): Board {
  return {
    id: newId(),
    name,
    origin,
    createdAt: Date.now(),
    picture: null,
    facts: null,
    history: startHistory(blueprint),
    parameters: {},
    ...rest,
  };
}
