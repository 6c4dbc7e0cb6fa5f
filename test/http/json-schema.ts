/** As much of JSON Schema 2020-12 as the API's description uses; any other keyword is an error. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

const SILENT: ReadonlySet<string> = new Set([
  "description",
  "title",
  "example",
  "examples",
  "default",
  "format",
]);

type Resolve = (reference: string) => Schema;
type Rule = (wanted: unknown, value: unknown, schema: Schema, resolve: Resolve) => string[];

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

const below = (path: string, faults: string[]): string[] => faults.map((fault) => `${path}${fault}`);

const RULES: { readonly [keyword: string]: Rule } = {
  $ref: (wanted, value, _, resolve) => faultsOf(resolve(String(wanted)), value, resolve),
  type: (wanted, value) => {
    const kinds = [wanted].flat().map(String);
    const kind = kindOf(value);
    const fits = kinds.includes(kind) || (kind === "integer" && kinds.includes("number"));
    return fits ? [] : [`: ${kind} is no ${kinds.join(" or ")}`];
  },
  const: (wanted, value) => (value === wanted ? [] : [`: is not ${JSON.stringify(wanted)}`]),
  enum: (wanted, value) => ((wanted as unknown[]).includes(value) ? [] : [": is none of the values"]),
  properties: (wanted, value, _, resolve) =>
    Object.entries(wanted as { [name: string]: Schema }).flatMap(([name, inner]) =>
      isObject(value) && name in value ? below(`.${name}`, faultsOf(inner, value[name], resolve)) : [],
    ),
  required: (wanted, value) =>
    isObject(value)
      ? (wanted as string[]).filter((name) => !(name in value)).map((name) => `: lacks ${name}`)
      : [],
  additionalProperties: (wanted, value, { properties = {} }, resolve) => {
    if (!isObject(value)) return [];
    const others = Object.entries(value).filter(([name]) => !(name in (properties as object)));
    if (wanted === false) return others.map(([name]) => `: ${name} is not described`);
    return others.flatMap(([name, inner]) => below(`.${name}`, faultsOf(wanted as Schema, inner, resolve)));
  },
  propertyNames: (wanted, value, _, resolve) =>
    isObject(value) ? Object.keys(value).flatMap((name) => faultsOf(wanted as Schema, name, resolve)) : [],
  items: (wanted, value, _, resolve) =>
    Array.isArray(value)
      ? value.flatMap((inner, at) => below(`[${at}]`, faultsOf(wanted as Schema, inner, resolve)))
      : [],
  minItems: (wanted, value) =>
    Array.isArray(value) && value.length < Number(wanted) ? [": is too short"] : [],
  maxItems: (wanted, value) =>
    Array.isArray(value) && value.length > Number(wanted) ? [": is too long"] : [],
  minLength: (wanted, value) =>
    typeof value === "string" && value.length < Number(wanted) ? [": is too short"] : [],
  maxLength: (wanted, value) =>
    typeof value === "string" && value.length > Number(wanted) ? [": is too long"] : [],
  pattern: (wanted, value) =>
    typeof value === "string" && !new RegExp(String(wanted), "u").test(value)
      ? [": is not of the pattern"]
      : [],
  minimum: (wanted, value) => (typeof value === "number" && value < Number(wanted) ? [": is too small"] : []),
  exclusiveMinimum: (wanted, value) =>
    typeof value === "number" && value <= Number(wanted) ? [": is too small"] : [],
  maximum: (wanted, value) => (typeof value === "number" && value > Number(wanted) ? [": is too large"] : []),
  anyOf: (wanted, value, _, resolve) => branches(wanted, value, resolve, (fits) => fits > 0),
  oneOf: (wanted, value, _, resolve) => branches(wanted, value, resolve, (fits) => fits === 1),
  allOf: (wanted, value, _, resolve) =>
    (wanted as Schema[]).flatMap((inner) => faultsOf(inner, value, resolve)),
};

function branches(
  wanted: unknown,
  value: unknown,
  resolve: Resolve,
  good: (fits: number) => boolean,
): string[] {
  const each = (wanted as Schema[]).map((inner) => faultsOf(inner, value, resolve));
  if (good(each.filter((faults) => faults.length === 0).length)) return [];
  return [`: fits not one branch (${each.map((faults) => faults[0] ?? "fits").join(" | ")})`];
}

/** What is wrong with a value; nothing where it is as described. @throws Error for a keyword that is not known here */
export function faultsOf(schema: Schema, value: unknown, resolve: Resolve): string[] {
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    const rule = RULES[keyword];
    if (rule !== undefined) return rule(wanted, value, schema, resolve);
    if (SILENT.has(keyword)) return [];
    throw new Error(`the keyword ${keyword} is not one that is checked`);
  });
}
