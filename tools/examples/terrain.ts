/** Where a camera stands over a landscape and how it sees; it looks along z, lengths in the landscape's unit. */
export interface Outlook {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Height of the camera. */
  readonly eye: number;
  /** Row of the horizon, as a share of the picture's height. */
  readonly horizon: number;
  /** Distance of the picture plane in picture widths: 1 sees about 53 degrees. */
  readonly focal: number;
  readonly near: number;
  readonly far: number;
}

/** The ground under each pixel, row by row; `z` is infinite where there is sky. */
export interface Ground {
  readonly x: Float32Array;
  readonly z: Float32Array;
}

export type HeightAt = (x: number, z: number) => number;

/** Steps from near to far, each longer than the one before in the same proportion. */
const STEPS = 1000;

/** Walks away from the camera column by column and fills the rows that rise above all nearer ground. */
export function lookOver(outlook: Outlook, heightAt: HeightAt): Ground {
  const { width, height, eye, horizon, focal, near, far } = outlook;
  const ground = {
    x: new Float32Array(width * height),
    z: new Float32Array(width * height).fill(Number.POSITIVE_INFINITY),
  };
  const growth = (far / near) ** (1 / STEPS);
  for (let column = 0; column < width; column++) {
    const aside = (column - width / 2) / (focal * width);
    let filled = height;
    let before = height;
    for (let step = 0, z = near; step <= STEPS && filled > 0; step++, z *= growth) {
      const row = height * horizon - ((heightAt(aside * z, z) - eye) / z) * focal * width;
      for (; filled - 0.5 > row && filled > 0; filled--) {
        const back = Math.min(1, (filled - 0.5 - row) / Math.max(1e-6, before - row));
        const distance = z * growth ** -back;
        ground.x[(filled - 1) * width + column] = aside * distance;
        ground.z[(filled - 1) * width + column] = distance;
      }
      before = row;
    }
  }
  return ground;
}

/** The upward unit normal at a point, from slopes over `reach`. */
export function normalAt(
  heightAt: HeightAt,
  x: number,
  z: number,
  reach: number,
): readonly [x: number, y: number, z: number] {
  const dx = (heightAt(x + reach, z) - heightAt(x - reach, z)) / (2 * reach);
  const dz = (heightAt(x, z + reach) - heightAt(x, z - reach)) / (2 * reach);
  const length = Math.hypot(dx, 1, dz);
  return [-dx / length, 1 / length, -dz / length];
}

/** 0 where higher ground hides the sun, 1 where nothing does, between at the edge of a shadow. */
export function sunlightAt(
  heightAt: HeightAt,
  x: number,
  z: number,
  sun: readonly [x: number, y: number, z: number],
  reach: number,
): number {
  const from = heightAt(x, z);
  let open = 1;
  for (let step = 1; step <= 24; step++) {
    const way = reach * (step / 24) ** 1.5;
    const over = heightAt(x + sun[0] * way, z + sun[2] * way) - (from + sun[1] * way);
    open = Math.min(open, 1 - over / (0.03 * reach + 0.1 * way));
  }
  return Math.min(1, Math.max(0, open));
}
