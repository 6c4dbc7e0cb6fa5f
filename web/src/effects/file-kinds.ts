/** What the file picker offers: pictures, also those that a browser does not count among them, and boards. */
export const ACCEPT = "image/*,.heic,.heif,.tif,.tiff,.avif,.svg,.bmp,.imprompt.json,.json";

/** What browsers draw themselves; an `<img>` runs nothing that an SVG holds. */
const SHOWN = /\.(?:jpe?g|png|webp|avif|gif|bmp|svg)$/iu;
const SHOWN_TYPES = /^image\/(?:jpeg|png|webp|avif|gif|bmp|svg\+xml)$/u;

interface Named {
  readonly name: string;
  readonly type: string;
}

export function isShown({ name, type }: Named): boolean {
  return type === "" ? SHOWN.test(name) : SHOWN_TYPES.test(type);
}

export function isBoardFile({ name, type }: Named): boolean {
  return type === "application/json" || /\.json$/iu.test(name);
}

/** Whether a file may be brought at all: the server has the last word on its bytes. */
export function isWelcome(file: Named): boolean {
  const { name, type } = file;
  if (isBoardFile(file) || type.startsWith("image/")) return true;
  return type === "" || /\.(?:hei[cf]|tiff?|avif|svg|bmp|jpe?g|png|webp|gif)$/iu.test(name);
}
