import type { JSHandle, Page } from "playwright-core";
import type { PictureFile } from "./pictures.js";

interface Dragged {
  readonly files?: readonly PictureFile[];
  /** Of a link or a picture of another page. */
  readonly address?: string;
}

function dataOf(page: Page, { files = [], address }: Dragged): Promise<JSHandle<DataTransfer>> {
  const carried = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    text: buffer.toString("base64"),
  }));
  return page.evaluateHandle(
    ([list, link]) => {
      const data = new DataTransfer();
      for (const { name, mimeType, text } of list) {
        const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: mimeType }));
      }
      if (link !== null) data.setData("text/uri-list", link);
      return data;
    },
    [carried, address ?? null] as const,
  );
}

/** Drags over the element that is found first by the selector, and lets go. `over` runs before. */
export async function drop(
  page: Page,
  selector: string,
  dragged: Dragged,
  over: () => Promise<void> = async () => {},
): Promise<void> {
  const dataTransfer = await dataOf(page, dragged);
  const on = page.locator(selector).first();
  await on.dispatchEvent("dragenter", { dataTransfer });
  await on.dispatchEvent("dragover", { dataTransfer });
  await over();
  await on.dispatchEvent("drop", { dataTransfer });
  await dataTransfer.dispose();
}
