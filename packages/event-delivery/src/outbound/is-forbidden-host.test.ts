import { describe, expect, it } from "vitest";

import { isForbiddenAddress } from "./is-forbidden-address.ts";
import { isForbiddenHost } from "./is-forbidden-host.ts";

const strict = { allowPrivateAddresses: false };
const local = { allowPrivateAddresses: true };

/** As the host of an address that somebody enters: the URL parser has its say first. */
function hostOf(written: string): string {
  return new URL(`http://${written}/`).hostname;
}

const publicHosts = [
  "8.8.8.8",
  "93.184.216.34",
  "[2606:4700::1111]",
  "[2a00:1450:4001::1]",
  "partner.example.test",
  "10.example.test",
];

const localHosts = [
  "127.0.0.1",
  "127.1",
  "127.255.255.254",
  "0x7f.0.0.1",
  "0x7f000001",
  "2130706433",
  "017700000001",
  "0177.1",
  "127.0.0.1.",
  "１２７.0.0.1",
  "127。0。0。1",
  "localhost",
  "LOCALHOST.",
  "api.localhost",
  "10.0.0.1",
  "10.255.255.255",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.0.1",
  "3232235521",
  "169.254.1.1",
  "100.64.0.1",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[fc00::1]",
  "[fd12:3456::1]",
  "[fe80::1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::ffff:10.0.0.1]",
];

const neverHosts = [
  "0.0.0.0",
  "0",
  "0.1.2.3",
  "169.254.169.254",
  "0xa9fea9fe",
  "2852039166",
  "[::ffff:169.254.169.254]",
  "[fd00:ec2::254]",
  "224.0.0.1",
  "239.255.255.255",
  "240.0.0.1",
  "255.255.255.255",
  "192.0.2.1",
  "198.18.0.1",
  "203.0.113.9",
  "[::]",
  "[ff02::1]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b::10.0.0.1]",
  "[64:ff9b:1::1]",
  "[2002:7f00:1::]",
  "[2002:a00:1::1]",
  "[2001::1]",
  "[2001:db8::1]",
  "[fec0::1]",
];

describe("addresses that may be called", () => {
  it.each(publicHosts)("lets %s pass", (host) => {
    expect(isForbiddenHost(hostOf(host), strict)).toBe(false);
  });

  it.each(localHosts)("refuses %s unless private addresses are allowed", (host) => {
    expect(isForbiddenHost(hostOf(host), strict)).toBe(true);
    expect(isForbiddenHost(hostOf(host), local)).toBe(false);
  });

  it.each(neverHosts)("refuses %s also for local work", (host) => {
    expect(isForbiddenHost(hostOf(host), strict)).toBe(true);
    expect(isForbiddenHost(hostOf(host), local)).toBe(true);
  });

  it("refuses what is no address, and sees through a zone", () => {
    expect(isForbiddenAddress("no address", strict)).toBe(true);
    expect(isForbiddenAddress("fe80::1%eth0", strict)).toBe(true);
    expect(isForbiddenAddress("2606:4700::1111%eth0", strict)).toBe(false);
  });

  it("refuses an IPv4 address in the old compatible form", () => {
    expect(isForbiddenAddress("::7f00:1", strict)).toBe(true);
    expect(isForbiddenAddress("::10.0.0.1", strict)).toBe(true);
  });
});
