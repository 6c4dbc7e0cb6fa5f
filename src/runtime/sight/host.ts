import { serveSight } from "./serve-sight.js";

/** The process of the eyes that need optional packages: each is loaded when it is first asked. */
serveSight({
  detect: async () => (await import("../../engines/embedded/detector/human.js")).openHuman(),
  read: async () => (await import("../../engines/embedded/reader/tesseract.js")).openTesseract(),
});
