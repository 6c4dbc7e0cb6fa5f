import type { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpContext } from "../context.js";
import { mountClipInterrogator } from "../dropin/clip-interrogator.js";
import { mountWebUi } from "../dropin/web-ui.js";
import type { Gate } from "../guard/gate.js";
import { mountBlend } from "./blend.js";
import { mountCompile } from "./compile.js";
import { mountDescribe } from "./describe.js";
import { mountEdit } from "./edit.js";
import { mountFill } from "./fill.js";
import { mountLint } from "./lint.js";
import { mountNegative } from "./negative.js";
import { mountOpenApi } from "./openapi.js";
import { mountParse } from "./parse.js";
import { mountRead } from "./read.js";
import { mountStyle } from "./style.js";
import { mountTargets } from "./targets.js";
import { mountTranslate } from "./translate.js";
import { mountVary } from "./vary.js";

/** Puts every route of the API on the app, and the description of them. */
export function mountApi(app: OpenAPIHono, context: HttpContext, gate: Gate): void {
  mountDescribe(app, context, gate);
  mountRead(app, context, gate);
  const texts = [mountTargets, mountCompile, mountParse, mountTranslate, mountLint];
  const blueprints = [mountBlend, mountVary, mountNegative, mountEdit, mountStyle, mountFill];
  for (const mount of [...texts, ...blueprints]) mount(app);
  mountWebUi(app, context, gate);
  mountClipInterrogator(app, context, gate);
  mountOpenApi(app);
}
