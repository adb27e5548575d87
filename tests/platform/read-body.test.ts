import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readUpTo, SenderGone, SilentSender } from "../../src/platform/read-body";

let server: Server;
/** What came of reading the next request. */
let outcome: Promise<unknown>;
let read: (incoming: IncomingMessage) => Promise<unknown>;

beforeAll(async () => {
  server = createServer((incoming, response) => {
    outcome = read(incoming).catch((fault: unknown) => fault);
    void outcome.then(() => response.end("done"));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  read = (incoming) => readUpTo(incoming, 8);
});

const post = (length: number) => {
  const { port } = server.address() as AddressInfo;
  const sending = request({ port, host: "127.0.0.1", method: "POST", headers: { "Content-Length": length } });
  sending.on("error", () => {});
  return sending;
};
const begun = () => once(server, "request");

test("what is within the limit comes whole, and what is over it up to the limit", async () => {
  for (const text of ["", "1234", "12345678", "123456789012"]) {
    const sending = post(text.length);
    const answered = once(sending, "response");
    sending.end(text);
    await answered;
    expect(String(await outcome)).toBe(text.slice(0, 8));
  }
});

test("a sender who hangs up in the middle is told apart from a fault", async () => {
  const sending = post(100);
  const started = begun();
  sending.write("1234");
  await started;
  sending.destroy();
  expect(await outcome).toBeInstanceOf(SenderGone);
});

test("so is one who had hung up before anybody read", async () => {
  read = async (incoming) => {
    await new Promise((resolve) => incoming.once("error", () => {}).once("close", resolve));
    return readUpTo(incoming, 8);
  };
  const sending = post(100);
  const started = begun();
  sending.write("1234");
  await started;
  sending.destroy();
  expect(await outcome).toBeInstanceOf(SenderGone);
});

test("a sender who stops is not waited for, one who goes on slowly is", async () => {
  read = (incoming) => readUpTo(incoming, 8, 400);
  const slow = post(8);
  const answered = once(slow, "response");
  slow.write("1");
  for (const piece of "2345678") {
    await new Promise((resolve) => setTimeout(resolve, 100));
    slow.write(piece);
  }
  slow.end();
  await answered;
  expect(String(await outcome)).toBe("12345678");

  const stopped = post(8);
  const started = begun();
  stopped.write("1");
  await started;
  expect(await outcome).toBeInstanceOf(SilentSender);
  stopped.destroy();
});
