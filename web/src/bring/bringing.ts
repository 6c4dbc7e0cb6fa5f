import { create } from "zustand";

/** Whether the dialog that brings more is open. */
export const useBringing = create<boolean>()(() => false);

export function openBringing(open: boolean): void {
  useBringing.setState(open, true);
}
