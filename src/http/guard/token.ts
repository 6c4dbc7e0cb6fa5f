import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { ImpromptError } from "../../base/error.js";
import { isOpen } from "./paths.js";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Asks every request for `Authorization: Bearer <token>`, reads of what is no secret aside (the page's files, the
 * description of the API, the health): the page gets in with the token in its address's fragment, which no browser
 * sends and no log keeps. Digests are compared, in constant time.
 *
 * @throws ImpromptError `unauthorised`
 */
export function checkToken(token: string | undefined): MiddlewareHandler {
  const wanted = token === undefined ? null : digest(token);
  return async (c, next) => {
    if (wanted !== null && !isOpen(c.req.method, c.req.path)) {
      const given = /^bearer +(\S+) *$/iu.exec(c.req.header("authorization") ?? "")?.[1];
      if (given === undefined || !timingSafeEqual(digest(given), wanted)) {
        throw new ImpromptError(
          "unauthorised",
          given === undefined ? "a token is needed" : "the token is wrong",
          {
            hint: "Send the one that imprompt serve printed, as Authorization: Bearer <token>.",
          },
        );
      }
    }
    await next();
  };
}
