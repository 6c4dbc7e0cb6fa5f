import { Check, Copy } from "lucide-react";
import type { JSX } from "react";
import { useEffect, useState } from "react";
import { notify } from "../state/notices";
import type { ButtonProps } from "./button";
import { Button } from "./button";

/** Copies text; false where the browser does not let the page do so. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    notify({ tone: "bad", text: "The browser refused to copy. Select the text and copy it by hand." });
    return false;
  }
}

interface CopyButtonProps extends Omit<ButtonProps, "onClick"> {
  readonly text: () => string;
  readonly label: string;
}

/** Says "Copied" for a moment after it has. */
export function CopyButton({ text, label, ...rest }: CopyButtonProps): JSX.Element {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => void copyText(text()).then(setCopied);
  const Icon = copied ? Check : Copy;
  return (
    <Button {...rest} onClick={copy}>
      <Icon aria-hidden className="size-3.5" />
      <span aria-live="polite">{copied ? "Copied" : label}</span>
    </Button>
  );
}
