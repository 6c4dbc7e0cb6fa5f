import type { History } from "imprompt/core";
import type { JSX } from "react";
import { useEffect, useRef, useState } from "react";
import { changeWords } from "./change-words";

/** Milliseconds after which what was done is said, so that a turning wheel speaks once. */
const PAUSE = 350;

/** Reads out what was done to the board. */
export function Announcer({ history }: { readonly history: History }): JSX.Element {
  const [said, setSaid] = useState("");
  const before = useRef(history);
  useEffect(() => {
    if (before.current === history) return undefined;
    const timer = setTimeout(() => {
      const words = changeWords(before.current, history);
      before.current = history;
      if (words !== null) setSaid(words);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [history]);
  return (
    <p role="status" aria-label="Last change" className="sr-only">
      {said}
    </p>
  );
}
