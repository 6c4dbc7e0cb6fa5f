import { useEffect, useState } from "react";

type Language = typeof import("imprompt/language");

/** The vocabulary and what reads prompts with it, once it has come; false where it could not be fetched. */
export function useLanguage(): Language | undefined | false {
  const [language, setLanguage] = useState<Language | undefined | false>(undefined);
  useEffect(() => {
    let current = true;
    import("imprompt/language").then(
      (loaded) => current && setLanguage(loaded),
      () => current && setLanguage(false),
    );
    return () => {
      current = false;
    };
  }, []);
  return language;
}
