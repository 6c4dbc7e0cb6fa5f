import { ImagePlus } from "lucide-react";
import type { ChangeEvent, JSX } from "react";
import { useRef } from "react";
import { bringFiles } from "../effects/bring-picture";
import { ACCEPT } from "../effects/file-kinds";
import { Button } from "../ui/button";

/** Brings more pictures, and boards from files, without leaving the screen. */
export function BringButton({ primary = false }: { readonly primary?: boolean }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const bring = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    bringFiles([...(currentTarget.files ?? [])]);
    currentTarget.value = ""; // the same file may be chosen again
  };
  return (
    <>
      <Button
        look={primary ? "primary" : "plain"}
        size={primary ? "lg" : "sm"}
        onClick={() => input.current?.click()}
      >
        <ImagePlus aria-hidden className="size-4" />
        Bring pictures
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT}
        hidden
        aria-label="Pictures to bring"
        onChange={bring}
      />
    </>
  );
}
