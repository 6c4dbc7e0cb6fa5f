/**
 * Brings every script of the page into the browser's cache, one after the other, so that its parts open although the
 * server is gone by then. What cannot be fetched now is asked for again when it is used.
 */
export async function fetchScripts(): Promise<void> {
  const named = document.querySelector<HTMLMetaElement>('meta[name="scripts"]')?.content ?? "";
  for (const address of named.split(" ").filter((each) => each !== "")) {
    try {
      const answer = await fetch(address, { priority: "low" });
      await answer.arrayBuffer();
    } catch {
      return; // the server is gone already
    }
  }
}
