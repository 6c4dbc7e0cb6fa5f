/** What standard output is, and what its owner asked for. */
export interface Terminal {
  readonly interactive: boolean;
  /** Colours are wanted: a terminal that has them, and no NO_COLOR. @source no-color.org */
  readonly colour: boolean;
  /** Columns, 48 to 110: text wider than that is hard to read. */
  readonly width: number;
}

export function terminalOf(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Terminal {
  const interactive = stream.isTTY === true;
  const refused = (environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb";
  return {
    interactive,
    colour: interactive && !refused,
    width: Math.min(Math.max(stream.columns ?? 100, 48), 110),
  };
}

export function currentTerminal(): Terminal {
  return terminalOf(process.stdout, process.env);
}
