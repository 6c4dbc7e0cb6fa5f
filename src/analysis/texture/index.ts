import type { Measurement } from "../measurement.js";
import { blurKind } from "./blur-kind.js";
import { brushwork } from "./brushwork.js";
import { depthOfField } from "./depth-of-field.js";
import { dithering } from "./dithering.js";
import { edgeDensity } from "./edge-density.js";
import { flatFills } from "./flat-fills.js";
import { halftone } from "./halftone.js";
import { jpegDamage } from "./jpeg-damage.js";
import { lettering } from "./lettering.js";
import { lineWork } from "./line-work.js";
import { noise } from "./noise.js";
import { pixelGrid } from "./pixel-grid.js";
import { smoothGradients } from "./smooth-gradients.js";

/** Focus and texture: what the picture's grain says of the camera and of the hand. */
export const textureMeasurements: readonly Measurement<unknown>[] = [
  depthOfField,
  blurKind,
  edgeDensity,
  lineWork,
  lettering,
  flatFills,
  smoothGradients,
  pixelGrid,
  dithering,
  halftone,
  brushwork,
  noise,
  jpegDamage,
];
