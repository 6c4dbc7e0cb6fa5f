import type { Warning } from "../../base/warning.js";
import type { Reference, Swatch, Term } from "../../blueprint/types.js";
import type { Piece } from "../../layout/piece.js";
import type { ParameterSettings } from "../types.js";
import type { PlacedLora } from "./loras.js";
import type { Said } from "./read-back.js";

/** What there is to say. */
export interface Page {
  /** Included terms in the blueprint's order; each has words. */
  readonly spoken: readonly Term[];
  readonly excluded: readonly Term[];
  readonly palette: readonly Swatch[];
  readonly references: readonly Reference[];
  readonly loras: readonly PlacedLora[];
  readonly parameters: ParameterSettings;
}

/** What a grammar makes of it, before it is read back. */
export interface Written {
  readonly pieces: readonly Piece[];
  /** The negative prompt's field; null where the grammar has none. */
  readonly negative: readonly Piece[] | null;
  /** How each term shall be read, for grammars that give phrases back as they are. */
  readonly said: readonly Said[];
  readonly warnings: readonly Warning[];
}

export type Writer = (page: Page) => Written;
