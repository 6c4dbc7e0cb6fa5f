import { useEffect } from "react";
import { isTyping } from "../shell/keys";
import { takeDropped, takeText } from "./take";

/** Clipboards call every picture "image.png". */
function named(file: File): File {
  if (!/^image\.\w+$/u.test(file.name)) return file;
  return new File([file], `Pasted picture.${file.name.split(".").at(-1)}`, { type: file.type });
}

function onPaste(event: ClipboardEvent): void {
  const data = event.clipboardData;
  if (data === null || event.defaultPrevented) return;
  const files = [...data.files];
  const text = data.getData("text/plain");
  // What is typed into takes text; only a picture that it cannot take is the page's.
  if (isTyping(event.target) && (files.length === 0 || text !== "")) return;
  if (files.length > 0) void takeDropped(files.map(named));
  else if (text.trim() !== "") void takeText(text);
  else return;
  event.preventDefault();
}

/** Takes pictures, addresses and prompts pasted anywhere but into a field. */
export function usePaste(): void {
  useEffect(() => {
    addEventListener("paste", onPaste);
    return () => removeEventListener("paste", onPaste);
  }, []);
}
