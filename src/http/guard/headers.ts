import type { MiddlewareHandler } from "hono";

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

const NOTHING = {
  "default-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
} as const;

const PAGE = {
  ...NOTHING,
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
} as const;

/** For answers that are no page: nothing may be loaded from them at all. */
const ANSWER_POLICY: string = policy(NOTHING);

/** For the studio: its own scripts, styles and fonts from our origin; nothing inline, nothing from elsewhere. */
export const STUDIO_POLICY: string = policy(PAGE);

/** For the API's description: as the studio's, and the styles that Swagger UI writes into its elements. */
export const DOCS_POLICY: string = policy({
  ...PAGE,
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data:",
});

const HEADERS: readonly (readonly [string, string])[] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "no-referrer"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["origin-agent-cluster", "?1"],
  [
    "permissions-policy",
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
  ],
];

/** Every answer, errors included, carries them; a page has set its own policy by then. */
export function setHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of HEADERS) c.res.headers.set(name, value);
    if (!c.res.headers.has("content-security-policy")) {
      c.res.headers.set("content-security-policy", ANSWER_POLICY);
    }
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  };
}
