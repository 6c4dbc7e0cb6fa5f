import type { JSX } from "react";
import flatLogo from "../../../examples/flat-logo.png?url&no-inline";
import withPrompt from "../../../examples/metadata/a1111.webp?url&no-inline";
import mistyLake from "../../../examples/misty-lake.jpg?url&no-inline";
import neonStreet from "../../../examples/neon-street.jpg?url&no-inline";
import pixelArt from "../../../examples/pixel-art.png?url&no-inline";
import sketch from "../../../examples/sketch.png?url&no-inline";
import sunsetSilhouette from "../../../examples/sunset-silhouette.jpg?url&no-inline";
import { takeExample } from "./take";

interface Example {
  readonly file: string;
  readonly title: string;
  /** Of the picture itself, made by the bundler. */
  readonly address: string;
}

const EXAMPLES: readonly Example[] = [
  { file: "neon-street.jpg", title: "Neon street", address: neonStreet },
  { file: "misty-lake.jpg", title: "Misty lake", address: mistyLake },
  { file: "sunset-silhouette.jpg", title: "Sunset silhouette", address: sunsetSilhouette },
  { file: "sketch.png", title: "Sketch", address: sketch },
  { file: "flat-logo.png", title: "Flat logo", address: flatLogo },
  { file: "pixel-art.png", title: "Pixel art", address: pixelArt },
  { file: "a1111.webp", title: "Prompt inside", address: withPrompt },
];

/** Pictures to try it with; the real files go to the server. */
export function Examples(): JSX.Element {
  return (
    <ul className="grid grid-cols-4 gap-2 sm:grid-cols-7">
      {EXAMPLES.map(({ file, title, address }) => (
        <li key={file}>
          <button
            type="button"
            onClick={() => takeExample(address, file)}
            className="flex w-full flex-col gap-1 rounded-lg border border-line bg-s1 p-1 text-left hover:border-line-strong hover:bg-s2"
          >
            <img
              src={address}
              alt=""
              width={160}
              height={120}
              loading="lazy"
              decoding="async"
              className="aspect-4/3 w-full rounded-md bg-s2 object-cover"
            />
            <span className="px-0.5 text-xs font-medium text-ink-2 sm:px-1 sm:text-sm">{title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
