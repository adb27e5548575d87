import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** Microsoft on loopback with a council of any size, in a process of its own. */
export interface StandIns {
  /** What makes a server read that council. */
  readonly settings: Readonly<Record<string, string>>;
  /** How often Graph was asked so far for what has this in its path; all calls for ''. */
  asked(part: string): Promise<number>;
  stop(): void;
}

export async function startStandIns(people: number): Promise<StandIns> {
  const script = join(__dirname, "..", "tests", "support", "graph", "serve-graph.ts");
  const child = fork(script, [String(people)], { execArgv: ["--import", "tsx"], stdio: "inherit" });
  const settings = (await answerOf(child)) as Record<string, string>;
  return {
    settings,
    async asked(part) {
      child.send(part);
      return (await answerOf(child)) as number;
    },
    stop: () => void child.kill(),
  };
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`The stand-ins ended with ${code}`)));
  });
}
