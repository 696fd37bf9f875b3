import { BlockList, isIP } from "node:net";

/** `::ffff:192.0.2.1` is 192.0.2.1; nothing where it is no address. */
function plain(address: string | undefined): string | undefined {
  const found = address?.trim().replace(/^::ffff:(?=\d+\.)/i, "");
  return found !== undefined && isIP(found) ? found : undefined;
}

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** An address (192.0.2.1) or a range (10.0.0.0/8). */
export function isAddressOrRange(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

/** The proxies in front whose X-Forwarded-For is believed. */
export function proxiesOf(listed: readonly string[]): BlockList {
  const proxies = new BlockList();
  for (const [address = "", bits] of listed.map((one) => one.split("/")))
    if (bits === undefined) proxies.addAddress(address, family(address));
    else proxies.addSubnet(address, Number(bits), family(address));
  return proxies;
}

/**
 * Who knocks: the address of the connection, or what a believed proxy says. Of a chain the last one counts that no believed proxy
 * added; what stands before it anybody could have written. Undefined when nobody can tell.
 */
export function whoKnocks(connection: string | undefined, forwarded: string | undefined, proxies: BlockList): string | undefined {
  const chain = [...(forwarded ?? "").split(",").filter((part) => part.trim() !== ""), connection].reverse();
  for (const [index, part] of chain.entries()) {
    const address = plain(part);
    if (address === undefined) return undefined;
    if (index === chain.length - 1 || !proxies.check(address, family(address))) return address;
  }
  return undefined;
}

/** The network somebody is in, as far as one household or office has it: for counting IPv6 a /64, for a line in the log less. */
export function networkOf(address: string, bits: { readonly ipv4: number; readonly ipv6: number }): string {
  if (family(address) === "ipv4") {
    const kept = address.split(".").slice(0, bits.ipv4 / 8);
    return bits.ipv4 === 32 ? address : `${[...kept, "0", "0", "0"].slice(0, 4).join(".")}/${bits.ipv4}`;
  }
  const [head = "", tail] = address.toLowerCase().split("%")[0]!.split("::");
  const [before, after] = [head.split(":").filter(Boolean), (tail ?? "").split(":").filter(Boolean)];
  const groups = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
  return `${groups
    .slice(0, bits.ipv6 / 16)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/${bits.ipv6}`;
}
