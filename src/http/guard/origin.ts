import type { MiddlewareHandler } from "hono";
import { ImpromptError } from "../../base/error.js";
import { isOpen } from "./paths.js";

/** What a browser says of a request that our own page sent, or that a person made by hand. */
const OURS: ReadonlySet<string> = new Set(["same-origin", "none"]);

/**
 * Refuses what another site's page sends: an Origin that is not the very address that was asked, on any request; and
 * a request that the browser calls cross-site or same-site, on all but reads of the page's own files, so that links
 * to the studio work. Tools that are no browsers send neither header and pass. There is no CORS: no header of ours
 * ever lets another origin read an answer.
 *
 * @throws ImpromptError `forbidden-origin`
 */
export function checkOrigin(): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const foreign = origin !== undefined && origin.toLowerCase() !== `http://${new URL(c.req.url).host}`;
    const crossed = site !== undefined && !OURS.has(site) && !isOpen(c.req.method, c.req.path);
    if (foreign || crossed) {
      throw new ImpromptError("forbidden-origin", "another site's page may not use this server", {
        hint: "Use the studio's own page, or a tool that is no browser.",
      });
    }
    await next();
  };
}
