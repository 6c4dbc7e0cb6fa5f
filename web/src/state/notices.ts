import { create } from "zustand";

export interface Notice {
  readonly id: number;
  readonly tone: "plain" | "ok" | "bad";
  /** One sentence. */
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Notices {
  readonly list: readonly Notice[];
}

export const useNotices = create<Notices>()(() => ({ list: [] }));

let last = 0;

export function dismiss(id: number): void {
  useNotices.setState(({ list }) => ({ list: list.filter((notice) => notice.id !== id) }));
}

/** Shows a short message at the page's foot; it goes by itself after a while, one with an action later. */
export function notify(notice: Omit<Notice, "id">): void {
  last += 1;
  const id = last;
  useNotices.setState(({ list }) => ({ list: [...list.slice(-2), { ...notice, id }] }));
  setTimeout(() => dismiss(id), notice.action === undefined ? 5000 : 10_000);
}
