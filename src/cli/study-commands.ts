import type { Command } from "commander";

type Finish = (status: number) => void;

const IMAGE = 'a file, "-" for standard input, or a data: URL';

function withModel(command: Command): Command {
  return command
    .option("--model <name>", "the CLIP model, such as ViT-L-14/openai; the best that is here unless said")
    .option("--json", "print JSON")
    .option("-o, --out <file>", "write to a file instead of standard output");
}

function addPhrases(program: Command, finish: Finish): void {
  const rank = program
    .command("rank")
    .description("phrases by how near CLIP finds them to a picture")
    .argument("<image>", IMAGE)
    .argument("[terms...]", "text files with a phrase a line, or folders of them; the vocabulary unless said")
    .option("-n, --top <count>", "phrases of each list", "10");
  withModel(rank).action(async (image: string, terms: string[], options: object) => {
    finish(await (await import("./rank.js")).runRank(image, terms, options));
  });
  const score = program
    .command("score")
    .description("how near a prompt is to a picture, and what each of its phrases does for that")
    .argument("<image>", IMAGE)
    .argument("<prompt>", "phrases between commas");
  withModel(score).action(async (image: string, prompt: string, options: object) => {
    finish(await (await import("./score.js")).runScore(image, prompt, options));
  });
  const compare = program
    .command("compare")
    .description("which of two prompts is nearer to a picture, and by which phrases")
    .argument("<image>", IMAGE)
    .argument("<promptA>", "phrases between commas")
    .argument("<promptB>", "phrases between commas");
  withModel(compare).action(async (image: string, a: string, b: string, options: object) => {
    finish(await (await import("./compare.js")).runCompare(image, [a, b], options));
  });
}

function addPictures(program: Command, finish: Finish): void {
  const embed = program
    .command("embed")
    .description("pictures as CLIP's numbers: JSON Lines, or safetensors to --out NAME.safetensors")
    .argument("<image...>", 'files, "-" for standard input, or data: URLs');
  withModel(embed).action(async (images: string[], options: object) => {
    finish(await (await import("./embed.js")).runEmbed(images, options));
  });
  const similar = program
    .command("similar")
    .description("the pictures of a folder that are nearest to one, as CLIP sees them")
    .argument("<image>", IMAGE)
    .argument("<folder>", "where to look")
    .option("-n, --top <count>", "how many", "10")
    .option("-r, --recursive", "in the folders below it too");
  withModel(similar).action(async (image: string, folder: string, options: object) => {
    finish(await (await import("./similar.js")).runSimilar(image, folder, options));
  });
}

/** The commands that show how CLIP reads pictures and prompts. */
export function addStudyCommands(program: Command, finish: Finish): void {
  addPhrases(program, finish);
  addPictures(program, finish);
}
