type Task = () => Promise<void>;

/** Runs what it is given in order, `atOnce` at a time. A task that fails does not hold up the others. */
export function inTurn(atOnce: number): (task: Task) => void {
  const waiting: Task[] = [];
  let running = 0;
  const next = (): void => {
    const task = running < atOnce ? waiting.shift() : undefined;
    if (task === undefined) return;
    running += 1;
    const done = (): void => {
      running -= 1;
      next();
    };
    task().then(done, done);
    next();
  };
  return (task) => {
    waiting.push(task);
    next();
  };
}
