import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Listener, listenAt } from "./listening.ts";

let listener: Listener;
beforeAll(async () => {
  listener = await listenAt("127.0.0.1", 0, (_, answer) => answer.end("let in"));
});
afterAll(() => listener.close());

/** Sends these bytes as they are and returns the first line of the answer. */
const sent = (bytes: string): Promise<string> =>
  new Promise((done) => {
    let answer = "";
    const socket = connect(listener.port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (piece: Buffer) => (answer += piece.toString()));
    socket.on("error", () => {});
    socket.on("close", () => done(answer.split("\r\n")[0]!));
  });
const close = "Host: here.test\r\nConnection: close\r\n";

test.each([
  ["an ordinary request", `GET / HTTP/1.1\r\n${close}\r\n`, "HTTP/1.1 200 OK"],
  ["an address without end", `GET /${"a".repeat(20_000)} HTTP/1.1\r\n${close}\r\n`, "HTTP/1.1 431 Request Header Fields Too Large"],
  ["headers without end", `GET / HTTP/1.1\r\n${close}Cookie: ${"a".repeat(20_000)}\r\n\r\n`, "HTTP/1.1 431 Request Header Fields Too Large"],
  ["something that is no request", "Zuster Anna\r\n\r\n", "HTTP/1.1 400 Bad Request"],
  ["a request without a host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 400 Bad Request"],
  ["two lengths", `POST / HTTP/1.1\r\n${close}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, "HTTP/1.1 400 Bad Request"],
])("%s", async (_, bytes, answer) => {
  expect(await sent(bytes)).toBe(answer);
});
