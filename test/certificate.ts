import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

// A certificate for servers on this machine, made anew each time: no file with a key in the project, no program to ask.

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const bytes = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...bytes]), body]);
};
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const text = (tag: number, words: string) => der(tag, Buffer.from(words));
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);
const moment = (at: Date) => text(0x17, `${at.toISOString().replaceAll(/\D/g, "").slice(2, 14)}Z`);

const commonName = "550403";
const ecdsaWithSha256 = "2a8648ce3d040302";
const [subjectAltName, basicConstraints] = ["551d11", "551d13"];
const day = 86_400_000;

/** A self-signed certificate for these names and addresses, valid from yesterday until tomorrow. */
export function selfSigned(names: readonly string[], addresses: readonly string[]): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(0x31, sequence(oid(commonName), text(0x0c, "Haarvat test"))));
  const alternatives = sequence(
    ...names.map((each) => text(0x82, each)),
    ...addresses.map((address) => der(0x87, Buffer.from(address.split(".").map(Number)))),
  );
  const extensions = sequence(
    sequence(oid(subjectAltName), der(0x04, alternatives)),
    sequence(oid(basicConstraints), der(0x01, Buffer.from([255])), der(0x04, sequence(der(0x01, Buffer.from([255]))))),
  );
  const algorithm = sequence(oid(ecdsaWithSha256));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(moment(new Date(Date.now() - day)), moment(new Date(Date.now() + day))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const signed = sequence(body, algorithm, bits(sign("sha256", body, privateKey)));
  const lines = signed.toString("base64").match(/.{1,64}/g)!;
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
  };
}
