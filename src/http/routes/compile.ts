import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { CompileAnswer } from "../../app/exchange.js";
import { chooseTargets } from "../../app/targets.js";
import { blueprintSchema } from "../schemas/blueprint.js";
import { HARBOUR } from "../schemas/example.js";
import { minConfidenceField, parametersField, targetsField } from "../schemas/fields.js";
import { compileAnswerSchema } from "../schemas/mixing.js";
import { compilePaced } from "./answer/paced.js";
import { notABlueprint, unknownTarget } from "./answer/refusals.js";
import { post } from "./route.js";

const request = z.strictObject({
  blueprint: blueprintSchema,
  targets: targetsField,
  parameters: parametersField,
  minConfidence: minConfidenceField,
});

/** `POST /api/v1/compile`: a blueprint as prompts. */
export function mountCompile(app: OpenAPIHono): void {
  const route = {
    path: "/api/v1/compile",
    tag: "Prompts",
    summary: "A blueprint as prompts for targets",
    description:
      "Prints the blueprint in each target's dialect, within its budget; what is left out or bent is a warning.",
    request,
    response: compileAnswerSchema,
    examples: {
      twoTargets: {
        summary: "Two targets with a setting",
        value: {
          blueprint: HARBOUR,
          targets: ["midjourney", "flux"],
          parameters: { "aspect-ratio": "16:9" },
        },
      },
    },
    refusals: {
      unknownTarget: unknownTarget({ blueprint: HARBOUR, targets: ["midjorney"] }),
      notABlueprint: notABlueprint({ blueprint: { ...HARBOUR, version: 2 } }),
    },
  };
  post(
    app,
    route,
    async ({ blueprint, targets: names, parameters, minConfidence }, signal): Promise<CompileAnswer> => {
      const targets = await chooseTargets(names);
      const prompts = await compilePaced(blueprint, targets, signal, {
        ...(parameters === undefined ? {} : { parameters }),
        ...(minConfidence === undefined ? {} : { minConfidence }),
      });
      return { prompts };
    },
  );
}
