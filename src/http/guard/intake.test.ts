import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIntake } from "./intake.js";

describe("the intake", () => {
  it("never holds more than its room, nor one client more than half of it", () => {
    const step = fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 1, max: 50 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const intake = createIntake(100, 50, 3);
        const held: [string, number][] = [];
        for (const [client, bytes, gives] of steps) {
          const first = held[0];
          if (gives && first !== undefined) {
            held.shift();
            intake.give(...first);
          }
          try {
            intake.take(client, bytes);
            held.push([client, bytes]);
          } catch (error) {
            expect(error).toMatchObject({ name: "ImpromptError" });
          }
          expect(intake.held()).toBe(held.reduce((sum, [, size]) => sum + size, 0));
          expect(intake.held()).toBeLessThanOrEqual(100);
          const own = held.filter(([name]) => name === client).reduce((sum, [, size]) => sum + size, 0);
          expect(own).toBeLessThanOrEqual(50);
        }
      }),
    );
  });

  it("tells a client that takes too much from a server that is full", () => {
    const intake = createIntake(100, 50, 3);
    intake.take("a", 40);
    expect(() => intake.take("a", 20)).toThrow(expect.objectContaining({ code: "rate-limited" }) as Error);
    intake.take("b", 40);
    expect(() => intake.take("c", 30)).toThrow(expect.objectContaining({ code: "overloaded" }) as Error);
    intake.give("a", 40);
    intake.take("c", 30);
  });

  it("counts a client's pictures, whatever their size", () => {
    const intake = createIntake(100, 50, 2);
    intake.enter("a");
    intake.enter("a");
    expect(() => intake.enter("a")).toThrow(expect.objectContaining({ code: "rate-limited" }) as Error);
    intake.enter("b");
    intake.leave("a");
    intake.enter("a");
  });
});
