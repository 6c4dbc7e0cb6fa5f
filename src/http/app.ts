import { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpContext } from "./context.js";
import type { BodyRules } from "./guard/body.js";
import { drainBodies, readBodies } from "./guard/body.js";
import type { Gate } from "./guard/gate.js";
import { createGate } from "./guard/gate.js";
import { setHeaders } from "./guard/headers.js";
import { checkHost } from "./guard/host.js";
import { checkOrigin } from "./guard/origin.js";
import { checkToken } from "./guard/token.js";
import { missingResponse, problemResponse, toPublicError } from "./problem.js";
import { mountDocs } from "./routes/docs.js";
import { mountHealth } from "./routes/health.js";
import { serveStudio } from "./studio.js";

export interface HttpApp {
  readonly app: OpenAPIHono;
  readonly gate: Gate;
}

export interface AppOptions {
  /** Puts the API's own routes on the app. */
  readonly mount: (app: OpenAPIHono, context: HttpContext, gate: Gate) => void;
  readonly pace?: Omit<BodyRules, "maxBytes" | "perClient">;
  /** Told of each failure that is a defect of ours: its answer withholds what happened. */
  readonly onDefect?: (error: unknown) => void;
}

/** An upload below 512 bytes a second over its first 15 seconds is given up. */
const PACE: Omit<BodyRules, "maxBytes" | "perClient"> = {
  minBytesPerSecond: 512,
  graceMs: 15_000,
  drainIdleMs: 5000,
  drainMs: 60_000,
};

/** The methods that some route of ours answers at a path; a route's ":name" stands for any one segment. */
function methodsAt(app: OpenAPIHono, path: string): string[] {
  const asked = path.split("/");
  const isAt = (pattern: string): boolean => {
    const segments = pattern.split("/");
    return (
      segments.length === asked.length &&
      segments.every((segment, at) => segment === asked[at] || segment.startsWith(":"))
    );
  };
  const methods = app.routes.filter((route) => route.method !== "ALL" && isAt(route.path));
  return [...new Set(methods.map((route) => route.method))].sort();
}

/** The whole server as a function from request to answer: the guards, then the routes, then the studio. */
export function createApp(context: HttpContext, options: AppOptions): HttpApp {
  const gate = createGate(context.limits);
  const { maxBytes, perClient } = context.limits;
  const rules: BodyRules = { ...(options.pace ?? PACE), maxBytes, perClient };
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw result.error;
    },
  });
  app.onError((error, c) => {
    if (toPublicError(error).code === "internal") options.onDefect?.(error);
    return problemResponse(error, c.req.path);
  });
  app.notFound((c) => missingResponse(c.req.method, c.req.path, methodsAt(app, c.req.path)));
  app.use(setHeaders());
  app.use(drainBodies(rules));
  app.use(checkHost(context.authority));
  app.use(checkOrigin());
  app.use(checkToken(context.token));
  app.use(readBodies(rules));
  mountHealth(app, gate);
  mountDocs(app);
  options.mount(app, context, gate);
  app.get("*", serveStudio(context.studio));
  return { app, gate };
}
