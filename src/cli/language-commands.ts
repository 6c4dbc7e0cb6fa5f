import type { Command } from "commander";

type Finish = (status: number) => void;

function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

const SOURCE = 'prompt texts, pictures, blueprints (.json), text files, or "-"';

function withTargets(command: Command): Command {
  return command
    .option("-t, --target <names>", 'comma-separated targets, or "all"', collect)
    .option("--from <grammar>", "the grammar of prompt texts; detected unless said");
}

function withOutput(command: Command): Command {
  return command
    .option("--json", "print JSON")
    .option("-o, --out <file>", "write to a file instead of standard output");
}

function withVocabulary(command: Command): Command {
  return command
    .option("--vocab <folder>", "your own <facet>.txt files, beside ours")
    .option("--vocab-only", "your files in place of ours, facet by facet");
}

function addChecks(program: Command, finish: Finish): void {
  const translate = program
    .command("translate")
    .description("carry prompts from one grammar or generator to others")
    .argument("<text...>", SOURCE)
    .requiredOption("--to <names>", "comma-separated targets or grammars", collect)
    .option("--from <grammar>", "the grammar of the text; detected unless said")
    .option("--grammar <name>", "weight syntax for sd15, sd2, sdxl, sd35: a1111 unless said")
    .option("--negative <text>", "what stands in the negative prompt's field beside it");
  withOutput(withVocabulary(translate)).action(async (texts: string[], options: object) => {
    finish(await (await import("./translate.js")).runTranslate(texts, options));
  });
  const lint = program
    .command("lint")
    .description("what is wrong with a prompt for a target, and what mends it")
    .argument("<text...>", 'prompt texts, text files, or "-"')
    .option("-t, --target <name>", "what the prompt is for")
    .option("--grammar <name>", "how it is written; the target's way or detected unless said");
  withOutput(withVocabulary(lint)).action(async (texts: string[], options: object) => {
    finish(await (await import("./lint.js")).runLint(texts, options));
  });
  const diff = program
    .command("diff")
    .description("what changed from one blueprint, picture or prompt to another, in words")
    .argument("<before>", SOURCE)
    .argument("<after>", SOURCE)
    .option("--from <grammar>", "the grammar of prompt texts; detected unless said");
  withOutput(diff).action(async (before: string, after: string, options: object) => {
    finish(await (await import("./diff.js")).runDiff(before, after, options));
  });
}

function addMixing(program: Command, finish: Finish): void {
  const blend = program
    .command("blend")
    .description("one blueprint of two to five: the best of each, chosen facets, or all by weight")
    .argument("<source...>", `A B ...: ${SOURCE}`)
    .option(
      "--take <facets=LETTER>",
      "facets from a source, such as subject,lighting=A (repeatable)",
      collect,
    )
    .option("--weights <numbers>", "all of all by weight, such as 2,1");
  withOutput(withTargets(blend)).action(async (sources: string[], options: object) => {
    finish(await (await import("./blend.js")).runBlend(sources, options));
  });
  const vary = program
    .command("vary")
    .description("variations along chosen axes, each with its difference in words")
    .argument("<source>", SOURCE)
    .option("-n, --count <number>", "how many", "4")
    .option("--axes <names>", "what may change", "light,style,palette,camera")
    .option("--keep <facets>", "facets that stay as they are")
    .option("--seed <number>", "the same seed gives the same variations", "1");
  withOutput(withVocabulary(withTargets(vary))).action(async (source: string, options: object) => {
    finish(await (await import("./vary.js")).runVary(source, options));
  });
  const negative = program
    .command("negative")
    .description("exclusions that fit the picture, as each target takes them")
    .argument("<source...>", SOURCE)
    .option("--for <purposes>", "quality, anatomy, clean, photorealism, illustration", "quality,clean")
    .option("--no-derive", "leave out the contraries of what it shows");
  withOutput(withVocabulary(withTargets(negative))).action(async (sources: string[], options: object) => {
    finish(await (await import("./negative.js")).runNegative(sources, options));
  });
}

function addEditing(program: Command, finish: Finish): void {
  const edit = program
    .command("edit")
    .description("prune, retitle, swap, weigh, exclude; tells each change, and what nobody said yet")
    .argument("<source>", SOURCE)
    .option("--prune", "drop weak, doubled and contradictory phrases")
    .option("-s, --subject <text>", "what the picture shows")
    .option("--swap <what=phrases>", "a facet, time of day or season for another (repeatable)", collect)
    .option("--exclude <phrase>", "what must not be shown (repeatable)", collect)
    .option("--weigh <phrase=number>", "stress a phrase (repeatable)", collect)
    .option("--promote <phrase>", "first in its facet (repeatable)", collect)
    .option("--pin <phrase>", "kept by every automatic edit (repeatable)", collect)
    .option("--ar <ratio>", "the frame, such as 16:9");
  withOutput(withTargets(edit)).action(async (source: string, options: object) => {
    finish(await (await import("./edit.js")).runEdit(source, options));
  });
}

function addStyles(program: Command, finish: Finish): void {
  const style = program
    .command("style")
    .description("the style that 2 to 500 references share, as a recipe with open slots")
    .argument("<source...>", SOURCE)
    .option("--name <name>", "what the recipe is called", "style")
    .option(
      "--slot <slot>",
      "facet, facet=default or name:facet=default (repeatable; subject unless said)",
      collect,
    )
    .option("--save <file>", "keep the recipe");
  withOutput(withTargets(style)).action(async (sources: string[], options: object) => {
    finish(await (await import("./style.js")).runStyle(sources, options));
  });
  const fill = program
    .command("fill")
    .description('a recipe with its slots filled: imprompt fill recipe.json --subject "a red fox"')
    .argument("<recipe>", "a recipe's JSON file")
    .argument("[slots...]", '--slot "value" for each slot')
    .option("--csv <file>", "one set of values a row, slots named in the first")
    .option("--jsonl <file>", "one object of values a line")
    .allowUnknownOption();
  withOutput(withTargets(fill)).action(async (recipe: string, slots: string[], options: object) => {
    finish(await (await import("./fill.js")).runFill(recipe, slots, options));
  });
}

/** The commands that work on prompts and blueprints. */
export function addLanguageCommands(program: Command, finish: Finish): void {
  addEditing(program, finish);
  addChecks(program, finish);
  addMixing(program, finish);
  addStyles(program, finish);
}
