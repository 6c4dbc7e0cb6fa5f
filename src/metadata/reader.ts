import type { Carrier } from "./carrier.js";
import type { Recovered } from "./types.js";

/**
 * Reads what one tool (or one family of tools that write alike) leaves in a file.
 * Pure; answers null where the blocks are not its own; throws nothing for any input.
 */
export interface Reader {
  readonly id: string;
  readonly read: (carrier: Carrier) => Recovered | null;
}
