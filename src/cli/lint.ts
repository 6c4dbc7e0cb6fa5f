import { lint } from "../app/lint.js";
import { ImpromptError } from "../base/error.js";
import { loadTarget } from "../dialects/registry.js";
import { nodeServices } from "../runtime/node.js";
import { eachInput } from "./each.js";
import type { OutputFlags } from "./options.js";
import { openOutput, toJson } from "./output.js";
import { parseGrammar, resolveSource } from "./source.js";
import type { VocabularyFlags } from "./vocabulary.js";
import { readVocabulary } from "./vocabulary.js";

interface LintFlags extends OutputFlags, VocabularyFlags {
  readonly target?: string;
  readonly grammar?: string;
}

export async function runLint(texts: readonly string[], given: object): Promise<number> {
  const flags = given as LintFlags;
  const grammar = parseGrammar("--grammar", flags.grammar);
  if (flags.target !== undefined) await loadTarget(flags.target);
  const vocabulary = await readVocabulary(flags);
  const output = await openOutput(flags, texts);
  const { showFindings } = await import("./show/findings.js");
  const status = await eachInput(texts, async (argument) => {
    const { text, name } = await resolveSource(argument, grammar, nodeServices({}));
    if (text === undefined) {
      throw new ImpromptError("input-unsupported", "only a prompt's text can be checked", {
        where: name,
        hint: "Give the prompt itself, a text file, or - for standard input.",
      });
    }
    const findings = await lint(text, {
      ...(flags.target === undefined ? {} : { target: flags.target }),
      ...(grammar === "auto" ? {} : { grammar }),
      ...(vocabulary === undefined ? {} : { vocabulary }),
    });
    output.write(
      output.json ? toJson({ text, findings }, texts.length > 1) : showFindings(text, findings, output),
    );
  });
  await output.close();
  return status;
}
