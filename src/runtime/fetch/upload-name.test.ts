import { expect, it } from "vitest";
import { uploadName } from "./upload-name.js";

it.each([
  ["https://a.example.com/b/fox.jpg", "fox.jpg"],
  ["https://a.example.com/b/fox.jpg?size=2#top", "fox.jpg"],
  ["https://a.example.com/b/r%C3%A9nard%20roux.png", "rénard roux.png"],
  ["https://a.example.com/gallery/", "gallery"],
  ["https://a.example.com/", "a.example.com"],
  ["https://a.example.com", "a.example.com"],
  ["https://a.example.com/..%2F..%2Fetc%2Fpasswd", "etc passwd"],
  ["https://a.example.com/..%5C..%5Cboot.ini", "boot.ini"],
  ["https://a.example.com/C%3A%5Cx.png", "C x.png"],
  ["https://a.example.com/a%00b%0d%0ac%1b[31m.png", "a b c [31m.png"],
  ["https://a.example.com/%E2%80%AEgnp.exe", "gnp.exe"],
  ["https://a.example.com/%2E%2E%2E", "a.example.com"],
  ["https://a.example.com/100%", "100%"],
  ["https://a.example.com/%FF.png", "%FF.png"],
  [`https://a.example.com/${"x".repeat(300)}.png`, "x".repeat(100)],
  [`https://a.example.com/${"%F0%9F%A6%8A".repeat(150)}`, "🦊".repeat(100)],
])("%s is %s", (url, name) => {
  expect(uploadName(new URL(url))).toBe(name);
});
