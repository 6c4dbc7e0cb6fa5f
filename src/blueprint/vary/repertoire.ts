import type { Facet } from "../facets.js";

const REPERTOIRE: { readonly [F in Facet]?: readonly string[] } = {
  medium:
    "photograph, oil painting, watercolor, gouache painting, acrylic painting, pastel drawing, charcoal drawing, pencil sketch, ink drawing, etching, woodcut print, linocut print, screen print, paper collage, digital painting, vector illustration, comic book panel, 3d render, claymation still, pixel art, stained glass, mosaic, embroidery, fresco, film still".split(
      ", ",
    ),
  style:
    "art nouveau style, art deco style, impressionist style, expressionist style, surrealist style, cubist style, baroque style, romanticist style, bauhaus style, pop art style, ukiyo-e style, minimalist style, brutalist style, film noir style, mid-century modern style, storybook style, folk art style, vintage poster style, psychedelic style, retro-futurist style, gothic style, naturalist style, symbolist style, editorial style".split(
      ", ",
    ),
  lighting:
    "soft light, hard light, backlighting, rim light, side lighting, underlighting, dramatic lighting, even lighting, dappled light, low key lighting, high key lighting, candlelight, window light, volumetric light, warm light, cool light, neon lights, silhouette lighting, chiaroscuro lighting, bounced light, spotlight, firelight".split(
      ", ",
    ),
  palette:
    "muted colors, vibrant colors, warm colors, cool colors, pastel colors, earth tones, jewel tones, black and white, sepia tones, teal and orange, red and gold, blue and amber, emerald and ivory, lavender and cream, monochromatic blue, ochre and indigo, rose and slate, complementary colors, analogous colors, high contrast colors".split(
      ", ",
    ),
  camera:
    "35mm lens, 50mm lens, 85mm lens, wide-angle lens, telephoto lens, macro lens, fisheye lens, tilt-shift lens, anamorphic lens, shallow depth of field, deep focus, long exposure, motion blur, soft focus, film grain, double exposure, infrared film, pinhole camera, medium format film, instant film".split(
      ", ",
    ),
  composition:
    "close-up, medium shot, wide shot, extreme wide shot, low angle, high angle, bird's-eye view, eye level, dutch angle, centered composition, rule of thirds, symmetrical composition, diagonal composition, negative space, framed by foreground, leading lines, over-the-shoulder view, layered depth, tight crop, view from behind".split(
      ", ",
    ),
};

/** Our own phrases for variations: each plain to any generator and fit for any picture. None for other facets. */
export function repertoire(facet: Facet): readonly string[] {
  return REPERTOIRE[facet] ?? [];
}
