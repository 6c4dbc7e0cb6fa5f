import { existsSync, readFileSync } from "node:fs";
import { confusionTable } from "./confusion.js";

/** What tools/perception's training writes down of one way to split the pictures; shares are 0 to 1. */
interface SplitReport {
  /** Pictures by true label (row) and given label (column), in the order of the head's labels. */
  readonly confusion: readonly (readonly number[])[];
  readonly top1: number;
  /** Expected calibration error. */
  readonly ece: number;
}

/** Each source left out in its turn, and counted only where the label has pictures of another. */
interface SourceSplitReport extends SplitReport {
  /** The labels that count. */
  readonly classes: readonly string[];
  readonly bySource: { readonly [source: string]: { readonly n: number; readonly top1: number } };
}

interface SpokenReport {
  readonly precision: number;
  /** Share of pictures of which anything is said. */
  readonly coverage: number;
}

/** Pictures out of packages, each judged without its package. */
interface PackageReport extends SplitReport {
  readonly n: number;
  readonly packages: number;
  readonly spoken: SpokenReport;
}

interface HeadReport {
  readonly labels: readonly string[];
  readonly random: SplitReport;
  /** Absent where no label has pictures of a second source. */
  readonly loso?: SourceSplitReport;
  /** Absent where nothing out of packages was trained on. */
  readonly packages?: PackageReport;
  readonly spoken: {
    readonly random: SpokenReport;
    readonly loso?: SpokenReport;
    /** The chance from which a phrase is said, and how it fared on held-out pictures; those never said are absent. */
    readonly byPhrase: {
      readonly [text: string]: { readonly threshold: number; readonly precision: number; readonly n: number };
    };
  };
}

/** tools/perception/report.json: the figures of the shipped model, from its training. */
export interface PerceptionReport {
  readonly medium: HeadReport;
  readonly scene: HeadReport;
}

export interface ReportEvaluation {
  readonly table: string;
  readonly figures: { readonly [name: string]: number };
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

function splitTable(title: string, labels: readonly string[], split: SplitReport): string {
  const { confusion, top1, ece } = split;
  return [
    `${title}: top-1 ${percent(top1)}, expected calibration error ${percent(ece)}`,
    confusionTable({ labels, counts: confusion }),
  ].join("\n");
}

function sourceTable({ classes, bySource }: SourceSplitReport): string {
  const rows = Object.entries(bySource)
    .toSorted(([, a], [, b]) => b.n - a.n)
    .map(
      ([source, { n, top1 }]) =>
        `  ${source.padEnd(64)}${String(n).padStart(5)}  ${percent(top1).padStart(7)}`,
    );
  return [`  counted: ${classes.join(", ")}`, ...rows].join("\n");
}

function spokenTable({ spoken: { random, loso, byPhrase } }: HeadReport): string {
  const split = ({ precision, coverage }: SpokenReport): string =>
    `precision ${percent(precision)}, coverage ${percent(coverage)}`;
  const said = Object.entries(byPhrase).map(
    ([text, { threshold, precision, n }]) =>
      `  ${text.padEnd(32)}from ${threshold.toFixed(2)}  right ${percent(precision).padStart(7)} of ${n}`,
  );
  return [
    `spoken terms, random split: ${split(random)}`,
    ...(loso === undefined ? [] : [`spoken terms, leave one source out: ${split(loso)}`]),
    ...said,
  ].join("\n");
}

function packageTable(name: string, labels: readonly string[], report: PackageReport): string {
  const { n, packages, spoken } = report;
  const title = `${name}, ${n} pictures out of ${packages} packages, each judged without its package`;
  const said = `precision ${percent(spoken.precision)}, coverage ${percent(spoken.coverage)}`;
  return `${splitTable(title, labels, report)}\n  spoken terms: ${said}`;
}

function headTable(name: string, head: HeadReport): string {
  const { labels, random, loso, packages } = head;
  return [
    splitTable(`${name}, random split`, labels, random),
    loso === undefined
      ? `${name}: no label has pictures of two sources, so that none can be left out`
      : `${splitTable(`${name}, leave one source out`, labels, loso)}\n${sourceTable(loso)}`,
    ...(packages === undefined ? [] : [packageTable(name, labels, packages)]),
    `${name}, ${spokenTable(head)}`,
  ].join("\n\n");
}

function splitFigures(
  name: string,
  { top1 }: SplitReport,
  { precision, coverage }: SpokenReport,
): [string, number][] {
  return [
    [`${name}: top-1`, top1],
    [`${name}: spoken precision`, precision],
    [`${name}: spoken coverage`, coverage],
  ];
}

function figuresOf(name: string, { random, loso, packages, spoken }: HeadReport): [string, number][] {
  return [
    ...splitFigures(`${name}, random split`, random, spoken.random),
    ...(loso === undefined || spoken.loso === undefined
      ? []
      : splitFigures(`${name}, leave one source out`, loso, spoken.loso)),
    ...(packages === undefined ? [] : splitFigures(`${name}, leave packages out`, packages, packages.spoken)),
  ];
}

/** The shipped model's held-out figures, as its training counted them; nothing where it left none. */
export function readPerceptionReport(path: URL): ReportEvaluation {
  if (!existsSync(path)) return { table: "The perception model has no report beside it.", figures: {} };
  const { medium, scene } = JSON.parse(readFileSync(path, "utf8")) as PerceptionReport;
  return {
    table: [headTable("medium", medium), headTable("scene", scene)].join("\n\n"),
    figures: Object.fromEntries([...figuresOf("medium", medium), ...figuresOf("scene", scene)]),
  };
}
