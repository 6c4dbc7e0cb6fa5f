import type { Facet } from "../blueprint/facets.js";

/** Phrases with the facet that a careful reader gives them: "subject: a; b" a line. "^" marks one that opens its prompt. */
const LINES = `
subject: ^photo of a duck; 1girl; 3boys; solo; hatsune miku; blue hair; frilled dress; fox ears; white low waist jeans; SpringGreen turtleneck; silver short pants; curly-haired redhead woman; pink bag; ^a lovely cat; a weathered lighthouse; two wolves; an elderly couple; red leather boots; a stack of old books; her silk kimono; ^Japanese gardener; bearded blacksmith; broken porcelain doll; a glass of whiskey; glowing jellyfish; dressed in rags; wearing a straw hat; ^portrait of a sailor; ^close-up of a bee on clover; saber (fate); crystal chandelier; steaming cup of coffee; rusty pickup truck; green sphere; long flowing beard; crimson cape; tiny robot companion; ^an astronaut riding a horse
action: looking at viewer; holding a lantern; sitting on a rooftop; arms crossed; running through the rain; smiling softly; leaping over a fence; gazing at the stars; playing the cello; eyes closed; dancing; casting a spell; reaching towards viewer; staring out of the window
setting: at night; in a dense forest; on the beach; city background; narrow cobblestone alley; snowy mountains; at the top of a mountain; abandoned subway station; park; winter; clear blue sky; inside a gothic cathedral; on a foggy moor; rooftop garden; rolling green hills; outdoors; surrounded by tall grass; in Central Park; underwater; medieval village; desert dunes
lighting: soft lighting; golden hour; backlit; neon lights; studio lighting; rim light; dramatic shadows; dappled sunlight; lit by a single candle; cold blue moonlight; volumetric light; harsh midday sun; bathed in warm light; chiaroscuro; god rays; soft light from the left; glowing lanterns light; lens flare
atmosphere: mist; dreamy; eerie mood; melancholic; heavy rain; serene; a sense of wonder; falling snow; cozy atmosphere; mysterious; floating embers; nostalgic vibe; windy; calm
palette: monochrome; pastel colors; limited palette; vivid colors; muted earth tones; teal and orange; black and white; high contrast; warm tones; shades of blue; blue theme; sepia; desaturated; red and black color scheme
medium: oil painting; watercolor; RAW photo; pencil sketch; 3d render; digital artwork; pixel art; marble statue; unreal engine 5; concept art; polaroid; vector illustration; charcoal drawing; faux traditional media; film still; linocut; studio photo; anime screencap; sticker
style: photorealistic; anime; impressionism; cyberpunk; in the style of Blade Runner; art deco; minimalist; studio ghibli style; painterly; surreal; dark fantasy; vaporwave; film noir; 1980s; cinematic; ukiyo-e; gothic; inspired by fairy tales; retrofuturistic
artist: by Greg Rutkowski; by Claude Monet; in the style of Van Gogh; art by Alphonse Mucha; painted by Rembrandt; Hokusai
detail: intricate details; highly detailed; detailed skin; paper texture; glossy surface; visible brushstrokes; water droplets; crosshatching; reflections on wet pavement; rough stone texture; clean lines; halftone; ornate gold filigree; covered in moss; shiny
composition: close-up; from above; cowboy shot; rule of thirds; white background; wide shot; low angle; centered; negative space; symmetrical composition; full body; bird's-eye view; from behind; portrait; upper body; dutch angle; multiple views; 16:9; panoramic view
camera: shot on Nikon D850; 85mm lens; f/1.8; bokeh; shallow depth of field; film grain; Kodak Portra 400; motion blur; sharp focus; wide angle lens; dslr; ISO 200; long exposure; taken by Canon EOS; Fujifilm XT3; chromatic aberration; blurry background; macro lens; tilt-shift
text: watermark; signature; "OPEN"; the text "Hello World"; no text; artist name; that reads "Sale"; speech bubble
quality: masterpiece; best quality; 8k; trending on artstation; lowres; absurdres; award-winning; worst quality; bad anatomy; extra fingers; jpeg artifacts; very aesthetic; ultra high resolution; stunning; poorly drawn hands; score_9; blurry; 4k uhd; high quality
subject: a grizzled space captain; tattered prayer flags; porcelain mask with gold cracks; little girl in a yellow raincoat; moss-covered stone golem; mechanical hummingbird; chess grandmaster; crowd of commuters; tiny bakery; croissants and baguettes in the window; anthropomorphic badger; tweed waistcoat; reading glasses; viking longship; sleek electric concept car; minimal line icon of a fox; bioluminescent deep sea creature; ballet dancer mid-leap; giant koi swimming among clouds; street vendor; crumbling Roman aqueduct; wild poppies; cute axolotl plush toy; long braided hair with flowers; freckled nose; emerald eyes; embroidered peasant blouse; no extra people
setting: Himalayan base camp; flooded street; ancient redwood forest; black velvet backdrop; smoky 1920s speakeasy; Shinjuku crossing; in a cluttered study; rough North Sea; polished concrete floor; abyssal trench; derelict theater; floating islands; Bangkok night market; sun-bleached plain; on a pink bedspread
lighting: sodium vapor streetlight glow; sunbeams piercing the canopy; single overhead bulb; reflected neon; studio softbox reflections; eerie blue glow; pink dawn sky; late summer evening light; hazy afternoon backlight
atmosphere: oppressive heat; rain streaks on the lens; mystical ambience; storm clouds gathering; marine snow drifting; chalk dust bursting around her; steam and smoke
style: wes anderson aesthetic; gothic revival; art deco interior; retro sci-fi; beatrix potter style; romantic era seascape; surrealist collage
composition: perfectly symmetrical framing; extreme close up on the eyes; centered on a plain background; three-quarter front view; white background, no shading; seen from above at an angle
palette: dusty rose and sage; three color print; soft pastel palette; monochrome with a splash of red
camera: shot on expired Portra film; Zeiss Otus 55mm; razor thin depth of field; slow shutter motion trails; frozen motion at 1/4000s; 35mm street photography; Helios swirly background blur
detail: kintsugi cracks; brushed copper plating; fine crosshatch shading
action: splashing in puddles; tears rolling down her cheeks; contemplating his next move; sipping tea by the fireplace; crashing through waves; flipping noodles in a wok; shy half-smile
medium: gouache on toned paper; macro photograph; vintage travel poster; isometric 3D illustration; clay render; ink and watercolor wash; automotive advertisement photo; single continuous line drawing
artist: by Ivan Shishkin and Isaac Levitan; in the manner of Aivazovsky; after Claude Lorrain
quality: hyper quality render; professional color graded masterpiece; featured on 500px; no blurry faces
text: bold title "VISIT MARS"; no logos or captions
`;

interface Labelled {
  readonly phrase: string;
  readonly first: boolean;
  readonly facet: Facet;
}

export const LABELLED: readonly Labelled[] = LINES.trim()
  .split("\n")
  .flatMap((line) => {
    const [facet = "", phrases = ""] = line.split(/: (.*)/u);
    return phrases.split("; ").map((phrase) => ({
      phrase: phrase.replace(/^\^/u, ""),
      first: phrase.startsWith("^"),
      facet: facet as Facet,
    }));
  });
