import { Command, CommanderError, Option } from "commander";
import { VERSION } from "../runtime/version.js";
import { addEngineOptions } from "./engine-options.js";
import { EXIT, exitStatusOf } from "./exit.js";
import { addLanguageCommands } from "./language-commands.js";
import { addModelCommands } from "./models-commands.js";
import { addStudyCommands } from "./study-commands.js";

const EXAMPLES = `
Examples:
  imprompt photo.jpg                          what it shows, and prompts for three targets
  imprompt photo.jpg --target all             prompts for every target
  imprompt render.png --target flux@dev,sdxl  the prompts of two targets
  imprompt *.png --json > out.jsonl           one JSON document a line
  cat photo.jpg | imprompt -                  from standard input
  imprompt photo.jpg --engine clip            what CLIP sees in it, once imprompt models has its weights
  imprompt serve --open                       the studio, in the browser
  imprompt read render.png                    only what the file itself carries
`;

function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function addLimits(command: Command): Command {
  return command
    .addOption(new Option("--max-bytes <size>", "refuse larger files, such as 64MB").default("64MiB"))
    .addOption(new Option("--max-pixels <count>", "refuse larger pictures, such as 100MP").default("100MP"))
    .addOption(new Option("--timeout <seconds>", "give up decoding a picture after this long").default("20"));
}

function addPerceive(program: Command, finish: (status: number) => void): void {
  const perceive = program
    .command("perceive")
    .description("print what medium, place, time and weather a picture seems to show, in figures")
    .argument("<image...>", 'files, "-" for standard input, or data: URLs')
    .option("--json", "print JSON Lines, one an image")
    .option("-o, --out <file>", "write to a file instead of standard output");
  addLimits(perceive).action(async (images: string[], options: object) => {
    const { runPerceive } = await import("./perceive.js");
    finish(await runPerceive(images, options));
  });
}

function addServe(program: Command, finish: (status: number) => void): void {
  program
    .command("serve")
    .description("open the studio: a page in the browser, and the API behind it")
    .option("--host <address>", "listen here; any but a loopback address needs a token", "127.0.0.1")
    .option("--port <number>", "listen on this port; 0 takes a free one", "4870")
    .option("--open", "open the page in the browser")
    .option("--token <text>", "ask every request for this token; made for you where one is needed")
    .option("--concurrency <count>", "pictures worked on at once; one a core unless said")
    .option("--max-bytes <size>", "refuse larger requests, such as 64MB", "64MiB")
    .option("--max-pixels <count>", "refuse larger pictures, such as 100MP", "100MP")
    .option("--timeout <seconds>", "give up a picture after this long, waiting included", "60")
    .option("--low-memory", "one model in memory at a time")
    .option("--verbose", "tell of each request on standard error")
    .action(async (options: object) => {
      finish(await (await import("./serve.js")).runServe(options));
    });
}

function createProgram(finish: (status: number) => void): Command {
  const program = new Command("imprompt")
    .description("Turns any image into a structured blueprint and paste-ready prompts for image generators.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", EXAMPLES)
    .showHelpAfterError("(imprompt --help tells more)")
    .exitOverride();
  const describe = program
    .command("describe", { isDefault: true })
    .description("describe pictures and print prompts (the default command)")
    .argument("<image...>", 'files, "-" for standard input, or data: URLs')
    .option("-t, --target <names>", 'comma-separated targets, "name" or "name@version", or "all"', collect)
    .option("-s, --subject <text>", "what the picture shows, in your words: outranks everything")
    .option("--style-only", "leave out subject, action and setting")
    .option("--set <facet=text>", "your words for a facet (repeatable)", collect)
    .option("--drop <facet>", "leave a facet out (repeatable)", collect)
    .option("--min-confidence <0..1>", "keep surer phrases only in the prompts", "0.5")
    .option("--vocab <folder>", "your own <facet>.txt files, beside ours")
    .option("--vocab-only", "your files in place of ours, facet by facet")
    .option("--json", "print JSON: one document, or JSON Lines for several files")
    .option("-o, --out <file>", "write to a file instead of standard output");
  addLimits(addEngineOptions(describe)).action(async (images: string[], options: object) => {
    const { runDescribe } = await import("./describe.js");
    finish(await runDescribe(images, options));
  });
  const read = program
    .command("read")
    .description("print only what the file itself carries: the true prompt, its settings, who made it")
    .argument("<image...>", 'files, "-" for standard input, or data: URLs')
    .option("--json", "print JSON: one document, or JSON Lines for several files")
    .option("-o, --out <file>", "write to a file instead of standard output");
  addLimits(read).action(async (images: string[], options: object) => {
    const { runRead } = await import("./read.js");
    finish(await runRead(images, options));
  });
  addPerceive(program, finish);
  program
    .command("targets")
    .description("what each target takes: budgets, ratios, parameters, with date and source")
    .argument("[names...]", "only these targets, in full")
    .option("--json", "print JSON")
    .action(async (names: string[], options: object) => {
      const { runTargets } = await import("./targets.js");
      finish(await runTargets(names, options));
    });
  addLanguageCommands(program, finish);
  addStudyCommands(program, finish);
  addModelCommands(program, finish);
  addServe(program, finish);
  return program;
}

/** Runs a command line; answers the exit status. Never throws, never prints a stack trace. */
export async function run(argv: readonly string[]): Promise<number> {
  let status: number = EXIT.ok;
  const program = createProgram((value) => {
    status = value;
  });
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return EXIT.usage;
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const { toImpromptError } = await import("../base/error.js");
    const known = toImpromptError(error);
    process.stderr.write(`imprompt: ${known.sentence}\n`);
    return exitStatusOf(known.code);
  }
}
