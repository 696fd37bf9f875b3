import { readFile, writeFile } from "node:fs/promises";
import { place, type Target, type Tampering } from "./target.ts";

const change = async ({ file }: Target, to: (lines: string[]) => string[]): Promise<void> => {
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  await writeFile(
    file,
    to(lines)
      .map((line) => `${line}\n`)
      .join(""),
  );
};

const flipped = (line: string, at: number): string => line.slice(0, at) + (line[at] === "0" ? "1" : "0") + line.slice(at + 1);

/** What can be done to the heads that are kept outside the database. That the last one of all is not there yet is no tampering. */
export const onFile: Record<string, Tampering> = {
  "kept line edited": (target, i, j) =>
    change(target, (lines) => lines.map((line, index) => (index + 1 === place(i, lines.length) ? flipped(line, j % line.length) : line))),
  "kept line deleted": (target, i) => change(target, (lines) => lines.toSpliced(i % (lines.length - 1), 1)),
  "kept line inserted": (target, i) => change(target, (lines) => lines.toSpliced(i % (lines.length + 1), 0, "a line of somebody else")),
  "kept lines swapped": (target, i) =>
    change(target, (lines) => {
      const at = i % (lines.length - 1);
      return lines.toSpliced(at, 2, lines[at + 1]!, lines[at]!);
    }),
  "kept lines cut off": (target, i) => change(target, (lines) => lines.slice(0, i % (lines.length - 1))),
};
