import type { Command } from "commander";

type Finish = (status: number) => void;

const JSON_FLAG = ["--json", "print JSON"] as const;

/** `imprompt models ...`: the weights that engines need, on this machine. */
export function addModelCommands(program: Command, finish: Finish): void {
  const models = program
    .command("models")
    .description("the models that engines need: list, pull, verify, remove");
  models
    .command("list", { isDefault: true })
    .description("which models there are, which are here, and how large they are")
    .option(...JSON_FLAG)
    .action(async (options: object) => {
      finish(await (await import("./models.js")).runModelList(options));
    });
  models
    .command("pull")
    .description("download models; goes on where an earlier pull was broken off")
    .argument("<name...>", "such as ViT-L-14/openai, blip-large")
    .option("--mirror <url>", "ask this address in place of the hub; HF_ENDPOINT does the same")
    .option(...JSON_FLAG)
    .action(async (names: string[], options: object) => {
      finish(await (await import("./models.js")).runModelPull(names, options));
    });
  models
    .command("verify")
    .description("read every file and compare it with its sha256")
    .argument("[name...]", "these models; all that are here unless said")
    .option(...JSON_FLAG)
    .action(async (names: string[], options: object) => {
      finish(await (await import("./models.js")).runModelVerify(names, options));
    });
  models
    .command("remove")
    .description("delete models, and what an unfinished pull has left")
    .argument("<name...>")
    .action(async (names: string[]) => {
      finish(await (await import("./models.js")).runModelRemove(names));
    });
  models
    .command("where")
    .description("print the folder of the models, or of one")
    .argument("[name]")
    .option(...JSON_FLAG)
    .action(async (name: string | undefined, options: object) => {
      finish(await (await import("./models.js")).runModelWhere(name, options));
    });
  models
    .command("import")
    .description("take models that are on this machine: from a folder, or from a Hugging Face cache")
    .argument("[folder]", "the cache of Hugging Face unless said")
    .option("--as <name>", "which model a plain folder holds, or a name of your own")
    .option(...JSON_FLAG)
    .action(async (folder: string | undefined, options: object) => {
      finish(await (await import("./models.js")).runModelImport(folder, options));
    });
}
