import { once } from "node:events";
import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ReleaseFigures, ReleaseInput } from "./release-making";

/** Makes the release in a thread of its own: an audit of 400 teams takes seconds, in which nobody else should wait. */
export async function makeReleaseApart(input: ReleaseInput): Promise<ReleaseFigures> {
  const worker = started(input);
  try {
    const [figures] = (await once(worker, "message")) as [ReleaseFigures];
    return figures;
  } finally {
    await worker.terminate();
  }
}

/** Tests and `npm run dev` run the sources as they are, which a thread has to be taught to read. */
function started(workerData: ReleaseInput): Worker {
  const extension = extname(__filename);
  const file = join(__dirname, `release-worker${extension}`);
  if (extension === ".js") return new Worker(file, { workerData });
  const code = `require("tsx/cjs"); require(${JSON.stringify(file)});`;
  return new Worker(code, { workerData, eval: true });
}
