const dns = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const plain = new RegExp(`^[a-z0-9!#$%&'*+/=?^_\`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_\`{|}~-]+)*@(?:${dns}\\.)+${dns}$`, "i");

/** Whether this is one plain e-mail address: no name beside it, no second one, no quotes, spaces or ends of lines. */
export const isAddress = (written: string): boolean => written.length <= 254 && written.indexOf("@") <= 64 && plain.test(written);
