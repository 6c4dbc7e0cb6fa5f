import type { Sharp } from "sharp";
import sharp from "sharp";
import type { Random } from "../../src/base/random.js";
import { seededRandom } from "../../src/base/random.js";
import { develop, shade, withBloom } from "./film.js";
import { fractal, mix, smoothstep } from "./noise.js";

const WIDTH = 1200;
const HEIGHT = 800;
const SUN = { x: 0.43, y: 0.615 };

/** A tree, two people and a dog on a hill, black against the setting sun. */
export async function sunsetSilhouette(): Promise<Sharp> {
  const film = shade(WIDTH, HEIGHT, (px, py, out) => sky(px / WIDTH, py / HEIGHT, out));
  const backdrop = await develop(
    withBloom(film, [
      [12, 0.18],
      [60, 0.16],
    ]),
    { exposure: 0.72, burn: 0.12, grain: 1.5, seed: 8 },
  )
    .png()
    .toBuffer();
  return sharp(backdrop).composite([{ input: Buffer.from(silhouettes()) }]);
}

function sky(x: number, y: number, out: Float64Array): void {
  const off = Math.hypot((x - SUN.x) * 1.5, (y - SUN.y) * 1.1);
  const near = Math.exp(-3.1 * off);
  const up = smoothstep(0.72, 0, y);
  out[0] = mix(0.72, 0.1, up ** 0.9) + 0.9 * near;
  out[1] = mix(0.2, 0.075, up ** 0.7) + 0.42 * near;
  out[2] = mix(0.09, 0.2, up ** 0.8) + 0.06 * near;
  const sheet = fractal(x * 2.2 + 0.6 * y, y * 9 + 0.8 * Math.sin(x * 3), 6, 14);
  const cloud = smoothstep(0.5, 0.72, sheet) * smoothstep(0.68, 0.42, y);
  const edge = smoothstep(0.46, 0.56, sheet) * (1 - smoothstep(0.56, 0.68, sheet)) * smoothstep(0.66, 0.4, y);
  const body = [0.26 + 0.3 * near, 0.085 + 0.1 * near, 0.13];
  const rim = [1.15 + 0.8 * near, 0.4 + 0.45 * near, 0.2 + 0.1 * near];
  for (let c = 0; c < 3; c++) {
    out[c] = mix(out[c] as number, body[c] as number, 0.75 * cloud);
    out[c] = mix(out[c] as number, rim[c] as number, 0.6 * edge);
  }
  const disc = smoothstep(0.082, 0.077, Math.hypot((x - SUN.x) * (WIDTH / HEIGHT), y - SUN.y));
  out[0] = mix(out[0] as number, 3, disc);
  out[1] = mix(out[1] as number, 1.75, disc);
  out[2] = mix(out[2] as number, 0.55, disc);
  const hills = 0.745 - 0.06 * (fractal(x * 3.4, 1, 5, 33) - 0.4);
  const far = smoothstep(hills - 0.001, hills + 0.002, y);
  out[0] = mix(out[0] as number, 0.2 + 0.3 * near, far * 0.92);
  out[1] = mix(out[1] as number, 0.05 + 0.08 * near, far * 0.92);
  out[2] = mix(out[2] as number, 0.07, far * 0.92);
}

function hillAt(x: number): number {
  const t = x / WIDTH;
  return 655 + 46 * Math.sin(2.6 * t + 0.4 + Math.PI) + 30 * (1 - t) + 6 * (fractal(t * 9, 2, 3, 50) - 0.5);
}

function silhouettes(): string {
  const random = seededRandom(21);
  const crest = Array.from({ length: 121 }, (_, i) => `${i * 10},${hillAt(i * 10).toFixed(1)}`).join(" ");
  const grass = Array.from({ length: 900 }, () => {
    const x = random() * WIDTH;
    const tall = 5 + 15 * random() ** 2;
    const lean = (random() - 0.4) * 9;
    const y = hillAt(x) + 3;
    return `M${x.toFixed(1)} ${y.toFixed(1)}q${(lean * 0.2).toFixed(1)} ${(-tall * 0.6).toFixed(1)} ${lean.toFixed(1)} ${(-tall).toFixed(1)}`;
  }).join("");
  const branches: string[] = [];
  const leaves: string[] = [];
  branch(890, hillAt(890) + 8, -1.5, 100, 20, random, branches, leaves);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <g fill="#0d0608" stroke="#0d0608" stroke-linecap="round">
      <polygon points="0,${HEIGHT} ${crest} ${WIDTH},${HEIGHT}" stroke="none"/>
      <path d="${grass}" fill="none" stroke-width="1.4"/>
      ${branches.join("")}<g stroke="none">${leaves.join("")}</g>
      ${person(452, 1, 0)}${person(502, 0.93, 1)}${dog(400)}${birds(random)}
    </g></svg>`;
}

/** A limb, and from its end two or three thinner ones, down to the leaves. */
function branch(
  x: number,
  y: number,
  angle: number,
  length: number,
  thick: number,
  random: Random,
  branches: string[],
  leaves: string[],
): void {
  const bend = angle + (random() - 0.5) * 0.3;
  const midX = x + (Math.cos(bend) * length) / 2;
  const midY = y + (Math.sin(bend) * length) / 2;
  const endX = midX + (Math.cos(angle) * length) / 2;
  const endY = midY + (Math.sin(angle) * length) / 2;
  branches.push(
    `<path fill="none" stroke-width="${thick.toFixed(1)}" d="M${x.toFixed(1)} ${y.toFixed(1)}Q${midX.toFixed(1)} ${midY.toFixed(1)} ${endX.toFixed(1)} ${endY.toFixed(1)}"/>`,
  );
  if (thick < 3.4) {
    for (let i = 0; i < 5; i++) {
      const turn = random() * 6.283;
      const away = 19 * random();
      leaves.push(
        `<ellipse cx="${(endX + away * Math.cos(turn)).toFixed(1)}" cy="${(endY + away * Math.sin(turn)).toFixed(1)}" rx="${(2.2 + 3 * random()).toFixed(1)}" ry="${(1.6 + 2 * random()).toFixed(1)}"/>`,
      );
    }
  }
  if (thick < 1.1) return;
  const forks = random() < 0.45 ? 3 : 2;
  for (let i = 0; i < forks; i++) {
    const spread = (i - (forks - 1) / 2) * (0.5 + 0.28 * random()) + (random() - 0.5) * 0.3;
    branch(
      endX,
      endY,
      mix(angle + spread, -Math.PI / 2, 0.1),
      length * (0.7 + 0.16 * random()),
      thick * 0.68,
      random,
      branches,
      leaves,
    );
  }
}

/** Someone standing with their back to us; `dress` gives a skirt, and an arm held out to the left. */
function person(x: number, scale: number, dress: 0 | 1): string {
  const y = hillAt(x) + 4;
  const lower =
    dress === 1
      ? "M-9 -62L9 -62L17 -27L-17 -27Z M-7 -28L-6 0L-1 0L-1 -28Z M1 -28L1 0L6 0L7 -28Z"
      : "M-11 -62L11 -62L10 0L3 0L0 -48L-3 0L-10 0Z";
  const arm = dress === 1 ? "M-9 -84L-27 -58L-23 -55L-6 -76Z" : "M10 -86L24 -59L20 -56L7 -78Z";
  return `<g transform="translate(${x} ${y.toFixed(1)}) scale(${scale})" stroke="none"><circle cx="0" cy="-103" r="9"/><path d="M-3 -97L3 -97L4 -90L13 -86L11 -60L-11 -60L-13 -86L-4 -90Z"/><path d="${lower}"/><path d="${arm}"/>${
    dress === 1
      ? '<path d="M-9 -105Q-12 -84 -7 -80L6 -80Q12 -86 9 -105Z"/>'
      : '<path d="M-12 -86L-17 -56L-13 -55L-7 -80Z"/>'
  }</g>`;
}

function dog(x: number): string {
  const y = hillAt(x) + 4;
  return `<path transform="translate(${x} ${y.toFixed(1)})" stroke="none" d="M-22 0L-21 -22Q-24 -30 -18 -34L10 -35L16 -47L19 -52L21 -46L32 -42L31 -37L22 -35L19 -22L19 0L14 0L13 -19L-12 -19L-16 -10L-17 0Z M-20 -32Q-34 -40 -36 -52Q-29 -42 -17 -36Z"/>`;
}

function birds(random: Random): string {
  const each = Array.from({ length: 9 }, (_, i) => {
    const x = 190 + i * 24 + 26 * random();
    const y = 190 + 13 * Math.abs(i - 4) + 18 * random();
    const s = 6 + 5 * random();
    return `M${(x - s).toFixed(1)} ${(y - s * 0.5).toFixed(1)}Q${(x - s * 0.3).toFixed(1)} ${(y - s * 0.75).toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}Q${(x + s * 0.3).toFixed(1)} ${(y - s * 0.8).toFixed(1)} ${(x + s).toFixed(1)} ${(y - s * 0.35).toFixed(1)}`;
  });
  return `<path fill="none" stroke-width="2" d="${each.join("")}"/>`;
}
