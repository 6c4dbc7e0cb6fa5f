import { describe, expect, it } from "vitest";
import type { Region } from "../../../blueprint/types.js";
import { Picture } from "../../../image/picture.js";
import type { Raster } from "../../../image/raster.js";
import type { Matrix } from "../../../models/types.js";
import { cropOf } from "./crop.js";
import { fakeClip } from "./fake-clip.fixture.js";
import { leadersOf } from "./leaders.js";
import { lookCloser, regionsOf, salientRegion } from "./look-closer.js";
import { observationsOf } from "./observations.js";
import { standingOf, standingsOf } from "./standings.js";
import type { PhraseTable } from "./types.js";

type Color = readonly [number, number, number];
const GREEN: Color = [20, 160, 40];
const RED: Color = [220, 20, 30];

function painted(width: number, height: number, at: (x: number, y: number) => Color): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(at(x, y), (y * width + x) * 3);
  return { width, height, data };
}

/** Green, with a red square whose middle and half side are given, in shares of the width. */
const spot = (cx: number, cy: number, half: number): Raster =>
  painted(320, 320, (x, y) => (Math.abs(x / 320 - cx) < half && Math.abs(y / 320 - cy) < half ? RED : GREEN));

const clip = fakeClip({ width: 48 });
const embed = async (name: string, phrases: readonly string[]): Promise<PhraseTable> => ({
  name,
  phrases,
  embeddings: await clip.embedTexts(phrases),
});

const PLACES = Array.from({ length: 150 }, (_, at) => `quiet valley number${at}`);
const tables = [
  await embed("subjects", ["red", ...Array.from({ length: 200 }, (_, at) => `thing${at} kind${at}`)]),
  await embed("flavors", ["green", "blue", ...PLACES]),
  await embed("artists", ["by red painter", "by someone", "by another"]),
  await embed("negative", ["red", "green"]),
];

const imageOf = async (raster: Raster): Promise<Float32Array> => (await clip.embedImages([raster])).data;

describe("cropOf", () => {
  it("cuts whole pixels out", () => {
    const raster = painted(10, 6, (x, y) => [x, y, 0]);
    const crop = cropOf(raster, { x: 0.5, y: 0.5, width: 0.3, height: 0.5 });
    expect([crop.width, crop.height]).toEqual([3, 3]);
    expect([...crop.data.subarray(0, 9)]).toEqual([5, 3, 0, 6, 3, 0, 7, 3, 0]);
    const least = cropOf(raster, { x: 1, y: 1, width: 0, height: 0 });
    expect([...least.data]).toEqual([9, 5, 0]);
  });
});

describe("standings", () => {
  it("are by facet, and leave out of the rivals what is unwanted", async () => {
    const standings = standingsOf(tables, await imageOf(spot(0.5, 0.5, 0)));
    expect(standings.rivals.get("subject")?.count).toBe(201);
    expect(standings.rivals.get("artist")?.count).toBe(3);
    expect(standingOf(standings, 1, 0)).toMatchObject({ phrase: "green", table: "flavors" });
    expect(standingOf(standings, 1, 0).score).toBeCloseTo(1, 5);
  });

  it("believe nothing where nothing stands out", async () => {
    const elsewhere = fakeClip({ width: 48, salt: "another" });
    const { data } = await elsewhere.embedImages([spot(0.5, 0.5, 0.5)]);
    const standings = standingsOf(tables, data);
    expect(standings.clarity.weak).toBe(true);
    const all = tables.flatMap(({ phrases }, at) => phrases.map((_, row) => standingOf(standings, at, row)));
    expect(Math.max(...all.map(({ confidence }) => confidence))).toBeLessThanOrEqual(0.45);
    expect(leadersOf(standings)).toEqual([]);
  });

  it("name the leaders once each, and none without a lead", async () => {
    const twice = [...tables, await embed("mine", ["green green", "number7 valley"])];
    const leaders = leadersOf(standingsOf(twice, await imageOf(spot(0.5, 0.5, 0))));
    expect(leaders.filter(({ phrase }) => phrase.includes("green"))).toHaveLength(1);
    expect(leaders.filter(({ table }) => table === "negative")).toEqual([]);
    expect(leaders.every(({ confidence }) => confidence >= 0.5)).toBe(true);
    const fewer = leadersOf(standingsOf(twice, await imageOf(spot(0.5, 0.5, 0))), { least: 0.96 });
    expect(fewer).toEqual([]);
  });
});

describe("observationsOf", () => {
  it("gives facet, confidence and evidence; artists only as hypotheses", async () => {
    const standings = standingsOf(tables, await imageOf(spot(0.5, 0.5, 0.5)));
    const seen = observationsOf(
      [
        { text: "red", table: "subjects", score: 0.9 },
        { text: "by red painter", table: "artists", score: 0.4 },
        { text: "red", table: "subjects", score: 0.9 },
        { text: "never heard of", table: "caption", score: 0.1 },
      ],
      { source: "clip:ViT-fake/none", standings },
    );
    expect(seen).toHaveLength(3);
    expect(seen[0]).toMatchObject({
      facet: "subject",
      text: "red",
      confidence: 0.95,
      evidence: { source: "clip:ViT-fake/none", score: 0.9, note: expect.stringContaining("spreads above") },
    });
    expect(seen[0]).not.toHaveProperty("hypothesis");
    expect(seen[1]).toMatchObject({ facet: "artist", text: "red painter", hypothesis: true });
    expect(seen[2]?.confidence).toBe(0.05);
  });

  it("excludes where it is told to", async () => {
    const standings = standingsOf(tables, await imageOf(spot(0.5, 0.5, 0.5)));
    const phrases = [{ text: "green", table: "negative", score: -0.1 }];
    expect(observationsOf(phrases, { source: "clip:x", standings, polarity: "exclude" })[0]?.polarity).toBe(
      "exclude",
    );
  });
});

describe("salientRegion", () => {
  it("is around what draws the eye", () => {
    const region = salientRegion(new Picture(spot(0.7, 0.3, 0.12))) as Region;
    expect(region.x).toBeGreaterThan(0.4);
    expect(region.x + region.width).toBeGreaterThan(0.82);
    expect(region.y).toBeLessThan(0.18);
    expect(region.y + region.height).toBeLessThan(0.6);
  });

  it("is nowhere in an even picture", () => {
    expect(salientRegion(new Picture(spot(0.5, 0.5, 0)))).toBeUndefined();
    expect(regionsOf(new Picture(spot(0.5, 0.5, 0)))).toHaveLength(5);
  });

  it("is not looked for in a picture that is all seen at once", () => {
    expect(regionsOf(new Picture(painted(150, 150, () => RED)))).toEqual([]);
  });
});

describe("lookCloser", () => {
  const options = { source: "clip:ViT-fake/none" };

  it("finds in a part what the whole does not tell, and says where", async () => {
    const raster = spot(0.25, 0.75, 0.15);
    const whole = standingsOf(tables, await imageOf(raster));
    const { looks, observations } = await lookCloser(new Picture(raster), clip, whole, options);
    const red = looks.find(({ phrase }) => phrase === "red");
    expect(red?.region.x).toBeLessThan(0.25);
    expect(red?.region.y).toBeGreaterThan(0.4);
    expect(red?.score).toBeGreaterThan(red?.whole ?? 1);
    expect(observations).toContainEqual(
      expect.objectContaining({
        facet: "subject",
        text: "red",
        evidence: expect.objectContaining({ region: red?.region, source: "clip:ViT-fake/none" }),
      }),
    );
    expect(looks.filter(({ facet }) => facet === "artist")).toEqual([]);
  });

  it("repeats nothing that the whole shows as clearly", async () => {
    const raster = spot(0.5, 0.5, 0.5);
    const whole = standingsOf(tables, await imageOf(raster));
    const { looks } = await lookCloser(new Picture(raster), clip, whole, options);
    expect(looks).toEqual([]);
  });

  it("asks nothing of a small picture", async () => {
    const raster = painted(60, 60, () => RED);
    const whole = standingsOf(tables, await imageOf(raster));
    let asked = 0;
    const counting = {
      embedImages: (rasters: readonly Raster[]): Promise<Matrix> => {
        asked += rasters.length;
        return clip.embedImages(rasters);
      },
    };
    expect(await lookCloser(new Picture(raster), counting, whole, options)).toEqual({
      looks: [],
      observations: [],
    });
    expect(asked).toBe(0);
  });
});
