import sharp from "sharp";

/** A seeded scene with large shapes, gradients and fine grain, so that codecs and measures have work. */
export async function scene(width, height, seed = 1) {
  const data = Buffer.alloc(width * height * 3);
  let state = seed >>> 0;
  const noise = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 24) / 255 - 0.5;
  };
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) {
      const [u, v] = [x / width, y / height];
      const disc = (u - 0.62) ** 2 + (v - 0.4) ** 2 < 0.03 ? 90 : 0;
      const grain = noise() * 14;
      data[p] = Math.max(0, Math.min(255, 40 + 160 * v + disc + grain));
      data[p + 1] = Math.max(0, Math.min(255, 60 + 90 * u + disc * 0.6 + grain));
      data[p + 2] = Math.max(0, Math.min(255, 180 - 120 * v + 20 * Math.sin(u * 40) + grain));
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A PNG of about `bytes` with an A1111 text chunk behind its pixels' header. */
export async function pngWithPrompt(bytes) {
  const side = Math.round(Math.sqrt(bytes / 3));
  const noise = Buffer.alloc(side * side * 3);
  for (let i = 0, state = 7; i < noise.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise[i] = state >>> 24;
  }
  const png = await sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const text =
    "a red fox in snow\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Size: 512x512";
  const chunk = textChunk("parameters", text);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

function textChunk(keyword, text) {
  const body = Buffer.concat([Buffer.from(`tEXt${keyword}\0`, "latin1"), Buffer.from(text, "latin1")]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
