import { expect, test } from "vitest";
import { isAddressOrRange, networkOf, proxiesOf, whoKnocks } from "./addresses.ts";

const proxies = proxiesOf(["127.0.0.1", "10.0.0.0/8", "2001:db8::1"]);

test.each([
  ["no proxy in front", "203.0.113.9", undefined, "203.0.113.9"],
  ["somebody who only says so", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["a believed proxy", "127.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["a believed proxy after what anybody could have written", "127.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"],
  ["two believed proxies in a row", "127.0.0.1", "1.2.3.4, 198.51.100.1, 10.2.3.4", "198.51.100.1"],
  ["a proxy that knocks itself", "10.1.1.1", undefined, "10.1.1.1"],
  ["believed proxies alone", "127.0.0.1", "10.2.3.4", "10.2.3.4"],
  ["an IPv4 address in the dress of IPv6", "::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["IPv6", "2001:db8::1", "2001:db8:1::5", "2001:db8:1::5"],
  ["a chain that a proxy passes on with nonsense", "127.0.0.1", "198.51.100.1, nonsense", undefined],
  ["nobody", undefined, undefined, undefined],
  ["nobody who names somebody", undefined, "198.51.100.1", undefined],
])("who knocks, with %s", (_, connection, forwarded, expected) => {
  expect(whoKnocks(connection, forwarded, proxies)).toBe(expected);
});

test.each([
  ["203.0.113.9", "203.0.113.9", "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"],
  ["2001:db8::6", "2001:db8:0:0::/64", "2001:db8:0::/48"],
  ["::1", "0:0:0:0::/64", "0:0:0::/48"],
  ["2001:0DB8:0001::", "2001:db8:1:0::/64", "2001:db8:1::/48"],
])("%s is counted as %s and shown in the log as %s", (address, counted, shown) => {
  expect([networkOf(address, { ipv4: 32, ipv6: 64 }), networkOf(address, { ipv4: 24, ipv6: 48 })]).toEqual([counted, shown]);
});

test.each([
  ["127.0.0.1", true],
  ["10.0.0.0/8", true],
  ["2001:db8::/32", true],
  ["10.0.0.0/33", false],
  ["10.0.0.0/8/8", false],
  ["10.0.0.0/", false],
  ["proxy.example.nl", false],
  ["", false],
])("%s names a proxy: %s", (text, expected) => {
  expect(isAddressOrRange(text)).toBe(expected);
});
