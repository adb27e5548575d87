import { once } from "node:events";
import { startThread } from "../../platform/thread";
import type { ReleaseFigures, ReleaseInput } from "./release-making";

/** Makes the release in a thread of its own: an audit of 400 teams takes seconds, in which nobody else should wait. */
export async function makeReleaseApart(input: ReleaseInput): Promise<ReleaseFigures> {
  const worker = startThread(__filename, "release-worker", input);
  try {
    const [figures] = (await once(worker, "message")) as [ReleaseFigures];
    return figures;
  } finally {
    await worker.terminate();
  }
}
