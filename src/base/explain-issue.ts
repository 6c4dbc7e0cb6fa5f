/** What a schema found wrong, as zod tells it; only what is read here. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message?: string;
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly SchemaIssue[])[];
  readonly discriminator?: unknown;
}

export interface Explained {
  /** "sources[0].weight"; empty for the whole document. */
  readonly where: string;
  /** What is wrong there, as the end of a sentence: "has to be a number". */
  readonly message: string;
}

const KINDS: { readonly [expected: string]: string } = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./u, "");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (held, key) => (typeof held === "object" && held !== null ? Reflect.get(held, key) : undefined),
    value,
  );
}

function bound(issue: SchemaIssue, word: "least" | "most", limit: unknown): string {
  const one = limit === 1;
  const units: { readonly [origin: string]: string } = {
    string: one ? " character" : " characters",
    array: one ? " entry" : " entries",
  };
  const unit = units[String(issue.origin)] ?? "";
  if (issue.origin === "string" && word === "least" && one) return "has to say something";
  return `${unit === "" ? "has to be" : "has to have"} at ${word} ${String(limit)}${unit}`;
}

/** The branch of a union that came farthest; undefined where none tells more than that it does not fit. */
function farthest({ errors = [] }: SchemaIssue): SchemaIssue | undefined {
  const firsts = errors.flatMap((issues) => issues.slice(0, 1));
  return [...firsts].sort((x, y) => y.path.length - x.path.length)[0];
}

function messageOf(issue: SchemaIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `has to be ${KINDS[String(issue.expected)] ?? String(issue.expected)}`;
    case "too_big":
      return bound(issue, "most", issue.maximum);
    case "too_small":
      return bound(issue, "least", issue.minimum);
    case "invalid_value":
      return `has to be ${(issue.values ?? []).map(String).join(" or ")}`;
    case "unrecognized_keys":
      return `does not take ${(issue.keys ?? [])
        .slice(0, 3)
        .map((key) => `"${key.slice(0, 40)}"`)
        .join(", ")}`;
    case "invalid_format":
      return "is not written as it has to be";
    case "custom":
      return issue.message ?? "is not right";
    default:
      return issue.discriminator === undefined ? "does not have a known form" : "is of no known kind";
  }
}

/** The first thing that is wrong with `input`, in words. */
export function explainIssue(issues: readonly SchemaIssue[], input: unknown): Explained {
  let issue = issues[0];
  const path: PropertyKey[] = [];
  while (issue?.code === "invalid_union") {
    const inner = farthest(issue);
    if (inner === undefined) break;
    path.push(...issue.path);
    issue = inner;
  }
  if (issue === undefined) return { where: "", message: "is not right" };
  path.push(...issue.path);
  const missing = issue.code !== "unrecognized_keys" && path.length > 0 && valueAt(input, path) === undefined;
  return { where: pathOf(path), message: missing ? "is missing" : messageOf(issue) };
}
