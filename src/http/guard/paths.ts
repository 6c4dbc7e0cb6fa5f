/** The routes that do work or tell of it; the rest is the page's own files, the description and the health. */
const API: readonly string[] = ["/api", "/sdapi", "/interrogator"];

/** The routes that take a picture; every other one takes text. */
const PICTURES: readonly string[] = ["/api/v1/describe", "/api/v1/read", "/sdapi", "/interrogator"];

const isUnder = (path: string, roots: readonly string[]): boolean =>
  roots.some((root) => path === root || path.startsWith(`${root}/`));

export const isApi = (path: string): boolean => isUnder(path, API);

export const takesPictures = (path: string): boolean => isUnder(path, PICTURES);

/** True for what may be had without a token and from another page's link: reading what is no secret. */
export const isOpen = (method: string, path: string): boolean =>
  (method === "GET" || method === "HEAD") && !isApi(path);
