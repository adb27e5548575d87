import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";
import { personIdOf, withSpeaker } from "./playground-config";
import { readSocket, type SocketReader } from "./socket-reader";

const root = join(__dirname, "../..");
/** The one private chat of the Playground, as `.m365agentsplayground.yml` names it. */
const chat = "44444444-0000-4000-8000-000000000001";

/** A message of the bot as its reader sees it now; updates have taken effect. */
export interface BotMessage {
  readonly id: string;
  readonly text: string;
  readonly card: Record<string, unknown> | null;
  readonly updated: boolean;
}

export interface CardPress {
  readonly verb: string;
  readonly data: Record<string, unknown>;
}

/** The real Microsoft 365 Agents Playground without a window: what its page would do is done by requests. */
export interface Playground {
  /** Who writes in the private chat. */
  readonly personId: string;
  install(): Promise<void>;
  say(text: string): Promise<void>;
  /** Presses a button of a card that the bot sent; answers with the card that takes its place. */
  invoke(press: CardPress, messageId: string): Promise<Record<string, unknown>>;
  /** The same from a client without universal actions. */
  submit(value: Record<string, unknown>, messageId: string): Promise<void>;
  messages(): readonly BotMessage[];
  /** The first message from `from` on that fits; fails with what came instead. */
  waitFor(fits: (message: BotMessage) => boolean, from?: number): Promise<BotMessage>;
  stop(): Promise<void>;
}

/** @param speaker id in the configuration of who is to be the current person, such as `cerys` */
export async function startPlayground(botUrl: string, speaker = "owen"): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), "toolroll-playground-"));
  const config = withSpeaker(await readFile(join(root, ".m365agentsplayground.yml"), "utf8"), speaker);
  await writeFile(join(folder, ".m365agentsplayground.yml"), config);
  const port = await freePort();
  const child = launch(botUrl, port, folder);
  const base = `http://127.0.0.1:${port}`;
  await untilUp(`${base}/_debug/ping`, child);
  const messages = new Map<string, BotMessage>();
  const stream = await readSocket(port, "/_ws_conversation/v1/conversations/stream", (text) =>
    note(messages, text),
  );
  return {
    personId: personIdOf(config),
    ...hands(base, speaker),
    messages: () => [...messages.values()],
    waitFor: (fits, start = 0) => waitFor(() => [...messages.values()].slice(start).find(fits), messages),
    stop: () => stop(child, stream, folder),
  };
}

/** What the current person can do. */
function hands(base: string, speaker: string): Pick<Playground, "install" | "say" | "invoke" | "submit"> {
  const from = { id: speaker };
  const conversation = { id: chat };
  const chats = `${base}/_conversation/v1`;
  return {
    install: async () => void (await post(`${base}/_debug/conversation/${chat}/installation`, {})),
    say: async (text) => {
      const message = { type: "text", text, textFormat: "plain", from };
      await post(`${chats}/conversations/${chat}/messages`, message);
    },
    invoke: async ({ verb, data }, replyToId) => {
      const value = { action: { type: "Action.Execute", verb, data } };
      const invoke = { name: "adaptiveCard/action", value, from, conversation, replyToId };
      return (JSON.parse(await post(`${chats}/invoke`, invoke)) as { value: Record<string, unknown> }).value;
    },
    submit: async (value, replyToId) =>
      void (await post(`${chats}/submit`, { value, from, conversation, replyToId })),
  };
}

function launch(botUrl: string, port: number, folder: string): ChildProcess {
  const command = join(root, "node_modules/@microsoft/m365agentsplayground/cli.js");
  const args = [
    "start",
    "-e",
    `${botUrl}/api/messages`,
    "-c",
    "msteams",
    "-p",
    String(port),
    "--disable-telemetry",
  ];
  const env = {
    ...process.env,
    TEAMSAPPTESTER_BROWSER: "none",
    M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, "log"),
  };
  return spawn(process.execPath, [command, ...args], { cwd: folder, env, stdio: "ignore" });
}

function note(messages: Map<string, BotMessage>, text: string): void {
  const event = JSON.parse(text) as { action: string; message?: SentMessage };
  if (event.message === undefined) return;
  const { messageId, attachments } = event.message;
  const updated = event.action !== "createMessage";
  messages.set(messageId, {
    id: messageId,
    text: event.message.text ?? "",
    card: attachments?.[0]?.content ?? null,
    updated,
  });
}

interface SentMessage {
  readonly messageId: string;
  readonly text?: string;
  readonly attachments?: readonly { readonly content: Record<string, unknown> }[];
}

async function waitFor(
  look: () => BotMessage | undefined,
  messages: Map<string, BotMessage>,
): Promise<BotMessage> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > end)
      throw new Error(`The bot did not say it. It said: ${JSON.stringify([...messages.values()])}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function post(url: string, body: unknown): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The Playground answered ${response.status}: ${text}`);
  return text;
}

async function untilUp(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end && child.exitCode === null) {
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error("The Agents Playground did not start");
}

async function stop(child: ChildProcess, stream: SocketReader, folder: string): Promise<void> {
  stream.close();
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}
