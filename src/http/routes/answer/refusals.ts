import { ImpromptError } from "../../../base/error.js";
import { TARGET_IDS } from "../../../dialects/registry.js";
import type { Refusal } from "./problems.js";

/** Examples of what several routes refuse, in the very words of the refusal. */

export function unknownTarget(value: unknown): Refusal {
  return {
    summary: "A target that there is not",
    value,
    error: new ImpromptError("unknown-target", 'no target is called "midjorney"', {
      hint: `Choose among ${TARGET_IDS.join(", ")}.`,
    }),
  };
}

export function notABlueprint(value: unknown): Refusal {
  return {
    summary: "A blueprint of another version",
    value,
    error: new ImpromptError(
      "invalid-blueprint",
      "this is not a blueprint (version: Invalid input: expected 1)",
      {
        hint: "schema/blueprint.json tells the shape.",
      },
    ),
  };
}

/** A request whose fields are not right. @param where empty for the request as a whole */
export function wrongField(summary: string, value: unknown, where: string, message: string): Refusal {
  return {
    summary,
    value,
    error: new ImpromptError("invalid-option", message, {
      ...(where === "" ? {} : { where }),
      hint: "The form of each request is described at /docs.",
    }),
  };
}

/** Where a model is asked for whose weights are not on the server. */
export function noWeights(value: unknown): Refusal {
  return {
    summary: "A model whose weights are not on the server",
    value,
    error: new ImpromptError("model-missing", "the weights of ViT-L-14/openai are not on this machine", {
      hint: "Get them with imprompt models pull ViT-L-14/openai blip-large (3.6 GB, once); until then measurements alone answer.",
    }),
  };
}

export function neither(value: unknown): Refusal {
  return {
    summary: "Neither a blueprint nor a text",
    value,
    error: new ImpromptError("invalid-option", "give either a blueprint or a text"),
  };
}

/** What both routes that take a picture refuse of it. @param beside other fields that the request has to have */
export function pictureRefusals(beside: object): { readonly [name: string]: Refusal } {
  const hint = "Send the picture as image, or its address as url.";
  return {
    noPicture: {
      summary: "No picture",
      value: { name: "nothing.png", ...beside },
      error: new ImpromptError("input-empty", "there is no picture in the request", { hint }),
    },
    garbled: {
      summary: "No base64",
      value: { image: "this is no base64, but words!", ...beside },
      error: new ImpromptError("invalid-option", "is neither base64 nor a data: URL", {
        where: "image",
        hint: "Send base64, or a data: URL.",
      }),
    },
    noHost: {
      summary: "An address that is not fetched from",
      value: { url: "http://127.0.0.1/picture.png", ...beside },
      error: new ImpromptError("url-refused", "this address does not lead to a public web server", {
        where: "http://127.0.0.1/picture.png",
        hint: "Check its spelling; from a private network, save the picture and upload the file.",
      }),
    },
  };
}
