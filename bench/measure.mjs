/** The middle of `runs` timings of `work`, in milliseconds, after `warm` runs that do not count. */
export async function medianMs(work, { runs = 15, warm = 3 } = {}) {
  for (let i = 0; i < warm; i++) await work();
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((x, y) => x - y)[runs >> 1];
}

/** Medians of two works, run in turn so that the machine's moods fall on both. */
export async function compareMs(first, second, { runs = 15, warm = 3 } = {}) {
  const times = [[], []];
  for (let i = 0; i < runs + warm; i++) {
    for (const [index, work] of [first, second].entries()) {
      const start = performance.now();
      await work();
      if (i >= warm) times[index].push(performance.now() - start);
    }
  }
  return times.map((list) => list.sort((x, y) => x - y)[runs >> 1]);
}
