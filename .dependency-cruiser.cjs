/**
 * The rooms of docs/architecture.md as rules. A room imports only the rooms named here; a room that is not named
 * may import nothing of ours. There is no list of known violations.
 */
const MAY_IMPORT = {
  base: [],
  blueprint: ["base"],
  language: ["base"],
  layout: ["base"],
  vocabulary: ["base", "blueprint"],
  image: ["base"],
  metadata: ["base", "blueprint", "language"],
  analysis: ["base", "blueprint", "image"],
  dialects: ["base", "blueprint", "language", "layout"],
  models: ["base", "image"],
  engines: ["base", "blueprint", "language", "vocabulary", "image", "metadata", "analysis", "models"],
  app: ["base", "blueprint", "language", "layout", "vocabulary", "image", "metadata", "analysis", "dialects", "models", "engines"],
  runtime: ["base", "blueprint", "language", "layout", "vocabulary", "image", "metadata", "analysis", "dialects", "models", "engines", "app"],
  cli: ["base", "blueprint", "language", "layout", "vocabulary", "image", "metadata", "dialects", "models", "app", "runtime", "http"],
  http: ["base", "blueprint", "language", "layout", "vocabulary", "image", "metadata", "dialects", "app", "runtime"],
  client: ["base", "blueprint", "language", "dialects", "metadata", "app"],
};

const rooms = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `room-${room}`,
  severity: "error",
  comment: `src/${room} may import: ${allowed.join(", ") || "nothing"}`,
  from: { path: `^src/${room}/`, pathNot: "\\.test\\.ts$" },
  to: { path: "^src/", pathNot: `^src/(${[room, ...allowed].join("|")})/` },
}));

/** Rooms that run in a browser as they are: no Node built-in, no native package. */
const PURE = "^src/(base|blueprint|language|layout|vocabulary|analysis|dialects|image/[^/]+\\.ts|app/(compile|understand|translate|lint)[./]|client/|core\\.ts)";

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: "known-rooms-only",
      severity: "error",
      comment: "a new room needs a line in MAY_IMPORT",
      from: { path: `^src/(?!(${Object.keys(MAY_IMPORT).join("|")})/)[^/]+/` },
      to: {},
    },
    {
      name: "pure-core",
      severity: "error",
      comment: "ranks 0 to 2 know no Node",
      from: { path: PURE, pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pure-core-packages",
      severity: "error",
      from: { path: PURE, pathNot: "\\.test\\.ts$" },
      to: { path: "node_modules", pathNot: "node_modules/(zod|eventsource-parser)/" },
    },
    {
      name: "one-door-from-bytes",
      severity: "error",
      comment: "only the runtime wires image/decode in; the others get pixels",
      from: { path: "^src/", pathNot: "^src/(image|runtime)/|\\.test\\.ts$" },
      to: { path: "^src/image/decode/" },
    },
    {
      name: "dialects-are-strangers",
      severity: "error",
      from: { path: "^src/dialects/([^/]+)/", pathNot: "^src/dialects/families/" },
      to: { path: "^src/dialects/[^/]+/", pathNot: "^src/dialects/($1|families)/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.ts$" },
      to: { path: "\\.test\\.ts$|^test/|^tools/|^bench/" },
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
