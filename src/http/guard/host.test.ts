import { describe, expect, it } from "vitest";
import { networkOf } from "./client.js";
import { createHostCheck, isLoopback, splitAuthority } from "./host.js";

describe("createHostCheck", () => {
  it.each([
    ["127.0.0.1:4870", "localhost:4870", true],
    ["127.0.0.1:4870", "[::1]:4870", true],
    ["127.0.0.1:4870", "mybox:4870", false],
    ["127.0.0.1:4870", "127.0.0.2:4870", false],
    ["127.0.0.1:80", "localhost", true],
    ["127.0.0.1:80", "127.0.0.1:80", true],
    ["[::1]:4870", "[::1]:4870", true],
    ["[::1]:4870", "localhost:4870", true],
    ["0.0.0.0:4870", "192.168.1.7:4870", true],
    ["0.0.0.0:4870", "[fe80::1]:4870", true],
    ["0.0.0.0:4870", "MyBox:4870", true],
    ["0.0.0.0:4870", "localhost:4870", true],
    ["0.0.0.0:4870", "evil.example:4870", false],
    ["0.0.0.0:4870", "192.168.1.7:80", false],
    ["0.0.0.0:4870", "192.168.1:4870", false],
    ["[::]:4870", "10.0.0.1:4870", true],
    ["[::]:4870", "evil.example:4870", false],
    ["192.168.1.7:4870", "192.168.1.7:4870", true],
    ["192.168.1.7:4870", "localhost:4870", false],
    ["192.168.1.7:4870", "192.168.1.8:4870", false],
    ["studio.lan:4870", "STUDIO.lan:4870", true],
    ["studio.lan:4870", "127.0.0.1:4870", false],
    ["127.0.0.1:4870", "", false],
    ["127.0.0.1:4870", "localhost:4870:1", false],
    ["127.0.0.1:4870", "localhost:04870", false],
    ["127.0.0.1:4870", "user@localhost:4870", false],
    ["127.0.0.1:4870", "localhost:4870/x", false],
    ["127.0.0.1:4870", "[localhost]:4870", false],
  ])("a server at %s asked as %s: %s", (authority, host, answered) => {
    expect(createHostCheck(authority, "mybox")(host)).toBe(answered);
  });
});

describe("splitAuthority", () => {
  it("takes names, addresses and bracketed addresses", () => {
    expect(splitAuthority("[::1]:4870")).toEqual({ name: "::1", port: "4870" });
    expect(splitAuthority("Box")).toEqual({ name: "box", port: "80" });
    expect(splitAuthority("a b:1")).toBeNull();
  });
});

describe("isLoopback", () => {
  it.each([
    ["127.0.0.1", true],
    ["127.9.9.9", true],
    ["::1", true],
    ["localhost", true],
    ["0.0.0.0", false],
    ["::", false],
    ["localhost.evil.example", false],
    ["10.0.0.1", false],
    ["::ffff:127.0.0.1", false],
  ])("%s: %s", (name, wanted) => {
    expect(isLoopback(name)).toBe(wanted);
  });
});

describe("networkOf", () => {
  it.each([
    ["127.0.0.1", "127.0.0.1"],
    ["::ffff:10.1.2.3", "10.1.2.3"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["local", "local"],
  ])("%s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
