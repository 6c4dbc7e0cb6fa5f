import { usePreferences } from "../state/preferences";
import { takeToken } from "./connection";
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

/** What runs beside the page: the token, the theme, and the boards that are kept. */
export function startEffects(): void {
  takeToken();
  followTheme();
  void keepWorkspace();
}
