import type { OpenAPIHono } from "@hono/zod-openapi";
import { VERSION } from "../../runtime/version.js";
import type { Gate } from "../guard/gate.js";

/** `GET /healthz`: that the server answers, and how much it has to do. No token is needed: nothing in it is secret. */
export function mountHealth(app: OpenAPIHono, gate: Gate): void {
  app.get("/healthz", (c) =>
    c.json({ status: "ok", version: VERSION, running: gate.running(), waiting: gate.waiting() }),
  );
}
