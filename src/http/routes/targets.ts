import type { OpenAPIHono } from "@hono/zod-openapi";
import { createRoute, z } from "@hono/zod-openapi";
import { listTargets } from "../../app/targets.js";
import { targetNameField } from "../schemas/fields.js";
import { MAX_NAMES } from "../schemas/limits.js";
import { targetsAnswerSchema } from "../schemas/targets.js";
import { problemResponses } from "./answer/problems.js";
import { unknownTarget } from "./answer/refusals.js";
import { check } from "./intake/check.js";
import { post, SECURITY } from "./route.js";

const path = "/api/v1/targets";
const summary = "What targets take";
const description =
  "Budgets, ratios and parameters of each version, with the date and source of each figure; every target where none is named.";

const namesField = z.array(targetNameField).max(MAX_NAMES).optional();
const request = z.strictObject({ names: namesField });
const query = z.string().optional();

const definition = createRoute({
  method: "get",
  operationId: "listTargets",
  path,
  tags: ["Prompts"],
  summary,
  description,
  security: SECURITY,
  request: {
    query: z.object({
      names: query.openapi({
        param: { name: "names", in: "query", example: "flux,sdxl" },
        description: "Separated by commas; all unless said.",
      }),
    }),
  },
  responses: {
    200: { description: summary, content: { "application/json": { schema: targetsAnswerSchema } } },
    ...problemResponses(path, "nothing", { unknownTarget: unknownTarget(undefined) }),
  },
});

/** `GET` and `POST /api/v1/targets`: what targets take. */
export function mountTargets(app: OpenAPIHono): void {
  app.openAPIRegistry.registerPath(definition);
  app.get(path, async (c) => {
    const names = (c.req.query("names") ?? "").split(",").filter((name) => name.trim() !== "");
    return c.json(await listTargets(check(namesField, names)));
  });
  const route = {
    path,
    tag: "Prompts",
    summary,
    description,
    request,
    response: targetsAnswerSchema,
    examples: { two: { summary: "Two targets", value: { names: ["midjourney", "flux@dev"] } } },
    refusals: { unknownTarget: unknownTarget({ names: ["midjorney"] }) },
  };
  post(app, route, ({ names }) => listTargets(names));
}
