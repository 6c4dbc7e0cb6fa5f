import { ImpromptError } from "../../base/error.js";

/**
 * Says the same of a name that does not exist and of one that leads inside, so that names of an inner network cannot
 * be guessed by what is said.
 */
export function notPublic(where: string): ImpromptError {
  return new ImpromptError("url-refused", "this address does not lead to a public web server", {
    where,
    hint: "Check its spelling; from a private network, save the picture and upload the file.",
  });
}

export function refused(where: string, message: string, hint: string): ImpromptError {
  return new ImpromptError("url-refused", message, { where, hint });
}

export function failed(where: string, message: string): ImpromptError {
  return new ImpromptError("url-failed", message, {
    where,
    hint: "Open the address in a browser, save the picture there, and upload the file.",
  });
}

export function tooLarge(where: string, maxBytes: number): ImpromptError {
  const limit = `${Number((maxBytes / 2 ** 20).toPrecision(3))} MiB`;
  return new ImpromptError(
    "input-too-large",
    `what is at this address is larger than the limit of ${limit}`,
    {
      where,
      hint: "Make the picture smaller first.",
    },
  );
}

export function notAPicture(where: string, what: string): ImpromptError {
  return new ImpromptError("input-unsupported", `this address answers with ${what}, not a picture`, {
    where,
    hint: "Copy the address of the picture itself, not of the page that shows it.",
  });
}

export function cancelled(where: string): ImpromptError {
  return new ImpromptError("cancelled", "fetching this picture was cancelled", { where });
}
