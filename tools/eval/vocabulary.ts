import { writeFileSync } from "node:fs";
import { BUCKET_OF, BUCKETS, FACETS } from "../../src/blueprint/facets.js";
import { accuracyOf, type Outcome, outcomes, readLabels } from "../../test/labelled/measure.js";

/**
 * How often `classify` gives the facet and the bucket that a person gave, with the confusion matrices: rows are the
 * labels, columns what was given. `--wrong` lists the errors on the tuned file (never those of the hold-out);
 * `--record` writes the figures that test/labelled/accuracy.test.ts holds as floors.
 */
const WIDTH = 12;

function matrix(
  names: readonly string[],
  list: readonly Outcome[],
  nameOf: (facet: Outcome["facet"]) => string,
): string {
  const short = (name: string): string => name.slice(0, 6).padStart(7);
  const rows = names.map((name) => {
    const own = list.filter(({ facet, also, facetRight, given }) => {
      const label = facetRight && also === given ? also : facet;
      return nameOf(label) === name;
    });
    const counts = names.map((other) => own.filter(({ given }) => nameOf(given) === other).length);
    return name.padEnd(WIDTH) + counts.map((count) => short(count === 0 ? "." : String(count))).join("");
  });
  return [" ".repeat(WIDTH) + names.map(short).join(""), ...rows].join("\n");
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const recorded: { [name: string]: unknown } = {};
for (const name of ["phrases", "holdout"] as const) {
  const list = outcomes(readLabels(name));
  const { phrases, facet, bucket, strict } = accuracyOf(list);
  recorded[name] = { phrases, facet, bucket, strict };
  console.log(
    `${name}.tsv: ${phrases} phrases; facet ${percent(facet)} (first label alone ${percent(strict)}), bucket ${percent(bucket)}\n`,
  );
  console.log(`${matrix(FACETS, list, (of) => of)}\n`);
  console.log(`${matrix(BUCKETS, list, (of) => BUCKET_OF[of])}\n`);
  if (name === "phrases" && process.argv.includes("--wrong")) {
    for (const wrong of list.filter(({ facetRight }) => !facetRight)) {
      console.log(`${wrong.facet} -> ${wrong.given}: ${wrong.phrase} (${wrong.reason})`);
    }
  }
}
if (process.argv.includes("--record")) {
  const target = new URL("../../test/labelled/recorded.json", import.meta.url);
  writeFileSync(target, `${JSON.stringify(recorded, null, 2)}\n`);
}
