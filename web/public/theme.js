// Before the first paint: the theme that was chosen, so that the page never flashes in the other one.
(() => {
  let chosen = null;
  try {
    chosen = JSON.parse(localStorage.getItem("imprompt.preferences") ?? "{}").theme;
  } catch {
    // a damaged preference is no preference
  }
  const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
