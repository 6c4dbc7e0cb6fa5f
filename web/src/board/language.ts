import { useEffect, useState } from "react";

export type Language = typeof import("imprompt/language");

let loading: Promise<Language> | undefined;
let loaded: Language | null = null;

/** The half of imprompt that knows words; loaded once, when first asked for. */
export async function loadLanguage(): Promise<Language> {
  loading ??= import("imprompt/language");
  loaded = await loading;
  return loaded;
}

/** Null until it is there. */
export function useLanguage(): Language | null {
  const [language, setLanguage] = useState(loaded);
  useEffect(() => {
    let isHere = true;
    void loadLanguage().then((found) => {
      if (isHere) setLanguage(found);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return language;
}
