import { connect, type Socket } from "node:net";
import { signIn, startTestServer, type TestServer } from "../support/server";

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await signIn(server.url, "person-it");
});
afterAll(() => server.stop());

function line(): Socket {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.on("error", () => {});
  return socket;
}

const closed = (socket: Socket) => new Promise((resolve) => socket.once("close", resolve));

interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Everything that comes back on a line until the server closes it, as answers one after the other. */
async function say(...pieces: readonly (string | Buffer)[]): Promise<Said[]> {
  const socket = line();
  let said = "";
  socket.on("data", (piece) => {
    said += piece;
  });
  for (const piece of pieces) socket.write(piece);
  await closed(socket);
  return said
    .split(/(?=HTTP\/1\.1 )/)
    .filter((part) => part !== "")
    .map(answerOf);
}

function answerOf(text: string): Said {
  const [head = "", body = ""] = text.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = lines
    .map((header) => header.split(": ", 2))
    .map(([name = "", value = ""]) => [name.toLowerCase(), value]);
  return { status: Number(first.split(" ")[1]), headers: Object.fromEntries(headers), body };
}

const host = "Host: 127.0.0.1\r\n";
const close = "Connection: close\r\n";

test.each([
  ["a first line that is none", ["nonsense\r\n\r\n"], 400],
  ["a method that is none", [`BREW /api/me HTTP/1.1\r\n${host}\r\n`], 400],
  ["a header without a colon", [`GET /api/me HTTP/1.1\r\n${host}nonsense\r\n\r\n`], 400],
  ["a line break within a header", [`GET /api/me HTTP/1.1\r\n${host}X-A: a\rb\r\n\r\n`], 400],
  [
    "two lengths that contradict",
    [`POST /api/devices HTTP/1.1\r\n${host}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    400,
  ],
  [
    "a length beside chunks",
    [`POST /api/devices HTTP/1.1\r\n${host}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    400,
  ],
  ["no host", [`GET /api/me HTTP/1.1\r\n${close}\r\n`], 400],
  ["the hello of TLS", [Buffer.from("16030100c8010000c40303", "hex"), "\r\n\r\n"], 400],
  ["one header that is too long", [`GET /api/me HTTP/1.1\r\n${host}X-A: ${"x".repeat(17_000)}\r\n\r\n`], 431],
  [
    "too many headers in all",
    [`GET /api/me HTTP/1.1\r\n${host}${"X-A: aaaaaaaaaaaaaaaaaaaa\r\n".repeat(800)}\r\n`],
    431,
  ],
  ["an address that is too long", [`GET /api/${"x".repeat(17_000)} HTTP/1.1\r\n${host}\r\n`], 431],
])("%s is a problem with the headers of every other answer", async (_what, pieces, status) => {
  const [answer, ...more] = await say(...pieces);
  expect(more).toEqual([]);
  const body = JSON.parse(answer?.body ?? "");
  expect(body).toMatchObject({ type: "about:blank", title: expect.stringMatching(/\S/), status });
  expect(body.errors).toEqual([{ path: "", message: body.detail }]);
  expect(body.detail).toMatch(/\S/);
  expect(answer).toMatchObject({
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      connection: "close",
      "x-request-id": body.requestId,
    },
  });
  expect(answer?.headers).not.toHaveProperty("x-powered-by");
});

test("who goes on sending after the answer is cut off all the same", async () => {
  const socket = line();
  socket.write(`GET /api/me HTTP/1.1\r\n${host}`);
  const pouring = setInterval(() => socket.writable && socket.write(`X-A: ${"x".repeat(4_000)}\r\n`), 5);
  await closed(socket);
  clearInterval(pouring);
  expect((await server.as("person-it")("GET", "/api/me")).status).toBe(200);
});

describe("a length that is not the body's", () => {
  const post = (length: number, body: string, more = "") =>
    `POST /api/devices HTTP/1.1\r\n${host}Authorization: Bearer ${token}\r\nContent-Type: application/json\r\n${more}Content-Length: ${length}\r\n\r\n${body}`;
  const device = (assetTag: string) => JSON.stringify({ assetTag, type: "laptop" });
  const total = async (assetTag: string) =>
    (await server.as("person-it")("GET", `/api/devices?assetTag=${assetTag}`)).body.total;

  test("that promises more than comes is refused as soon as the sender says that it has ended", async () => {
    const body = device("LIE-1");
    const socket = line();
    let said = "";
    socket.on("data", (piece) => {
      said += piece;
    });
    socket.end(post(body.length + 10, body));
    await closed(socket);
    expect(said).not.toContain("201 Created");
    expect(await total("LIE-1")).toBe(0);
  });

  test("that says less than comes is answered for what it says, and the rest is dropped with the line", async () => {
    const answers = await say(post(device("LIE-2").length, `${device("LIE-2")}{"assetTag":"LIE-3"}\r\n\r\n`));
    expect(answers.map(({ status }) => status)).toEqual([201]);
    expect([await total("LIE-2"), await total("LIE-3")]).toEqual([1, 0]);
  });

  test("that cuts a body short is refused as a body that is not JSON", async () => {
    const answers = await say(post(5, device("LIE-4")));
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(await total("LIE-4")).toBe(0);
  });
});

test("an expectation that is not known here is no reason to refuse", async () => {
  const [answer] = await say(`GET /healthz HTTP/1.1\r\n${host}${close}Expect: a-miracle\r\n\r\n`);
  expect(answer).toMatchObject({ status: 200, body: '{"status":"ok"}' });
});
