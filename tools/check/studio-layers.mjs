import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/**
 * The studio's own layers: rooms and what they may import of each other, the packages it may use, and that what is
 * large is loaded when it is wanted. Everything of imprompt comes through its public doors.
 */
const ROOMS = {
  state: [],
  ui: ["state"],
  effects: ["state"],
  bring: ["state", "ui", "effects", "shell"],
  picture: ["state", "ui", "shell", "bring", "board"],
  board: ["state", "ui", "shell"],
  prompts: ["state", "ui", "shell", "effects", "board"],
  blend: ["state", "ui", "shell", "bring", "effects", "prompts"],
  style: ["state", "ui", "shell", "bring", "effects", "prompts", "blend"],
  shell: ["state", "ui", "bring", "picture", "board", "prompts", "blend", "style"],
};
const PACKAGES =
  /^(?:react|react-dom|react-dom\/client|zustand|zustand\/shallow|@base-ui\/react\/[a-z-]+|lucide-react|idb-keyval|imprompt\/(?:core|language|client))$/u;
const LATE = ["imprompt/language"];

const IMPORT = /(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)/gu;

function judge(path, target, late) {
  if (!target.startsWith(".")) {
    if (target.endsWith(".css") || PACKAGES.test(target)) {
      return LATE.includes(target) && !late
        ? "loads the vocabulary at once: import() it where it is wanted"
        : null;
    }
    return "is no package of the studio";
  }
  const [bare = ""] = target.split("?");
  const reached = normalize(join(dirname(path), bare));
  if (reached.startsWith("../../examples/")) return null;
  if (reached.startsWith("..")) return "reaches out of the studio";
  const [from, to] = [path.split("/")[0], reached.split("/")[0]];
  if (from === to || !(from in ROOMS) || ROOMS[from].includes(to) || reached === "theme.css") return null;
  return `${from} may import ${ROOMS[from].join(", ") || "nothing"}`;
}

const files = readdirSync("web/src", { recursive: true, encoding: "utf8" }).filter((path) =>
  /\.tsx?$/u.test(path),
);
let found = 0;
for (const path of files) {
  if (!(path.split("/")[0] in ROOMS) && path !== "main.tsx") {
    found += 1;
    console.error(`web/src/${path}: a new room needs a line in ROOMS`);
  }
  const test = /\.test\.tsx?$/u.test(path);
  for (const [, typeOnly, stated, loaded] of readFileSync(join("web/src", path), "utf8").matchAll(IMPORT)) {
    if (test && (stated === "vitest" || stated === "fast-check" || /^imprompt\/|\/src\//u.test(stated ?? "")))
      continue;
    const wrong = judge(path, stated ?? loaded, typeOnly !== undefined || loaded !== undefined);
    if (wrong === null) continue;
    found += 1;
    console.error(`web/src/${path}: "${stated ?? loaded}" ${wrong}`);
  }
}
if (files.length === 0) throw new Error("no file was looked at");
process.exitCode = found === 0 ? 0 : 1;
