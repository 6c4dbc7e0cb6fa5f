import type { Random } from "../../base/random.js";

/** The items in random order, every order equally likely (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    const [x, y] = [shuffled[last] as T, shuffled[at] as T];
    shuffled[last] = y;
    shuffled[at] = x;
  }
  return shuffled;
}
