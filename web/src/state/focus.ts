import { create } from "zustand";

/** The phrase that the pointer or the keyboard is on, wherever on the page that is. */
interface Focus {
  readonly termId: string | null;
  readonly from: "board" | "prompt" | "picture" | null;
}

/** Chip, run of the prompt and region of the picture light up together. */
export const useFocus = create<Focus>()(() => ({ termId: null, from: null }));

export function focusTerm(termId: string | null, from: Focus["from"]): void {
  const now = useFocus.getState();
  if (now.termId !== termId || now.from !== from) useFocus.setState({ termId, from });
}
