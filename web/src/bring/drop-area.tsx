import { ImagePlus } from "lucide-react";
import type { JSX } from "react";
import { useId, useRef } from "react";
import { ACCEPT } from "../effects/file-kinds";
import { buttonClass } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { takeFiles } from "./take";

/** Where pictures are dropped or chosen; the page takes them anywhere, here it says so. */
export function DropArea(): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const told = useId();
  return (
    <>
      <button
        type="button"
        aria-label="Choose files"
        aria-describedby={told}
        onClick={() => input.current?.click()}
        className="group flex w-full flex-col items-center justify-center gap-2 rounded-xl border-2 border-dashed border-line-strong bg-s1 px-4 py-8 text-center hover:border-accent"
      >
        <ImagePlus aria-hidden className="size-8 text-ink-3 group-hover:text-accent" />
        <span className="text-lg font-semibold">Drop pictures here</span>
        <span className={buttonClass("primary", "lg")}>Choose files</span>
        <span id={told} className="flex flex-col items-center gap-1 text-base text-ink-2">
          <span className="flex flex-wrap items-center justify-center gap-1">
            or anywhere on the page, or paste with <Kbd keys="Ctrl+V" />
          </span>
          <span className="text-sm text-ink-3">
            JPEG, PNG, WebP, AVIF, HEIC, GIF, TIFF, BMP or SVG, several at once, or a board&rsquo;s
            .imprompt.json
          </span>
        </span>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to bring"
        accept={ACCEPT}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          void takeFiles(files);
        }}
      />
    </>
  );
}
