import type { PictureOptions } from "../app/exchange.js";

/** A picture and how it is described, as the fields of a form. */
export function pictureForm(picture: Blob, name: string | undefined, options: PictureOptions): FormData {
  const form = new FormData();
  const ownName = "name" in picture && typeof picture.name === "string" ? picture.name : "image";
  form.append("image", picture, name ?? ownName);
  const { targets, set, drop, ...others } = options;
  const fields = {
    ...others,
    targets: targets?.join(","),
    drop: drop?.join(","),
  };
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined) form.append(field, String(value));
  }
  for (const { facet, text } of set ?? []) form.append("set", `${facet}=${text}`);
  return form;
}
