import { expect, it, vi } from "vitest";
import { nodeNetwork } from "./network.js";

vi.mock("node:os", () => ({
  networkInterfaces: () => ({
    eth0: [{ address: "93.184.215.14" }, { address: "2606:4700:4700::1111" }],
    eth1: undefined,
  }),
}));

it("permits public addresses but this machine's own", () => {
  const permitted = [
    "93.184.215.14",
    "2606:4700:4700::1111",
    "93.184.215.15",
    "2606:4700:4700::1112",
    "10.0.0.1",
  ];
  expect(permitted.filter(nodeNetwork.permits)).toEqual(["93.184.215.15", "2606:4700:4700::1112"]);
});
