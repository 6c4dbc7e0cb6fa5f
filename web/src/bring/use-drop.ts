import { useEffect, useState } from "react";
import { takeDropped, takeText } from "./take";

function carries(event: DragEvent, type: string): boolean {
  return event.dataTransfer?.types.includes(type) === true;
}

function onDrop(data: DataTransfer): void {
  const files = [...data.files];
  if (files.length > 0) {
    void takeDropped(files);
    return;
  }
  const address = data
    .getData("text/uri-list")
    .split(/\r?\n/u)
    .find((line) => line !== "" && !line.startsWith("#"));
  if (address !== undefined) void takeText(address);
}

/**
 * Takes files and addresses of pictures dropped anywhere, and says whether some are being dragged over the page. What
 * is dragged from the page itself, and what an element handles by itself (`preventDefault`), is left alone.
 */
export function useDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let own = false;
    let entered: EventTarget | null = null;
    const isOurs = (event: DragEvent): boolean =>
      !own && !event.defaultPrevented && (carries(event, "Files") || carries(event, "text/uri-list"));
    const end = (): void => {
      own = false;
      setOver(false);
    };
    const listeners = {
      dragstart: () => {
        own = true;
      },
      dragend: end,
      dragenter: (event: DragEvent) => {
        entered = event.target;
      },
      dragover: (event: DragEvent) => {
        const ours = isOurs(event);
        setOver(ours);
        if (!ours) return;
        event.preventDefault();
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
      },
      // Entering a child comes before leaving its parent: only leaving what was entered last leaves the page.
      dragleave: (event: DragEvent) => {
        if (event.target === entered) setOver(false);
      },
      drop: (event: DragEvent) => {
        const ours = isOurs(event);
        end();
        if (!ours || event.dataTransfer === null) return;
        event.preventDefault();
        onDrop(event.dataTransfer);
      },
    };
    const stop = new AbortController();
    for (const [type, listener] of Object.entries(listeners)) {
      addEventListener(type, listener as EventListener, { signal: stop.signal });
    }
    return () => stop.abort();
  }, []);
  return over;
}
