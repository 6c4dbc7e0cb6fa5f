import { usePreferences } from "../state/preferences";
import { useWorkspace } from "../state/store";
import { takeToken } from "./connection";
import { fetchScripts } from "./fetch-scripts";
import { keepWorkspace } from "./keep-workspace";

function followTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => {
    const { theme } = usePreferences.getState();
    const dark = theme === "dark" || (theme === "system" && system.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  };
  apply();
  usePreferences.subscribe(apply);
  system.addEventListener("change", apply);
}

/** The first load is small; what else the page may need follows as soon as there is work to be lost. */
function completePage(): void {
  const stop = useWorkspace.subscribe(({ order }) => {
    if (order.length === 0) return;
    stop();
    void fetchScripts();
  });
}

/** What runs beside the page: the token, the theme, the rest of its scripts, and the boards that are kept. */
export function startEffects(): void {
  takeToken();
  followTheme();
  completePage();
  void keepWorkspace();
}
