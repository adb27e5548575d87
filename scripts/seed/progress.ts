import { Presets, SingleBar } from "cli-progress";
import { count } from "./seed-options";
import type { OnProgress } from "./write-council";

export interface Progress {
  readonly update: OnProgress;
  stop(): void;
}

/** A bar on a terminal; elsewhere, in a log, a line for every quarter. */
export function showProgress(output: NodeJS.WriteStream): Progress {
  return output.isTTY ? bar(output) : lines(output);
}

function bar(stream: NodeJS.WriteStream): Progress {
  const format = "Seeding [{bar}] {percentage}% of {total} records";
  const shown = new SingleBar({ format, stream, hideCursor: true }, Presets.shades_classic);
  let started = false;
  return {
    update({ done, total }) {
      if (!started) shown.start(total, 0);
      started = true;
      shown.update(done);
    },
    stop: () => shown.stop(),
  };
}

function lines(output: NodeJS.WritableStream): Progress {
  let shownQuarter = 0;
  return {
    update({ done, total }) {
      const quarter = Math.floor((4 * done) / total);
      if (quarter > shownQuarter) output.write(`Seeding: ${count(done)} of ${count(total)} records\n`);
      shownQuarter = quarter;
    },
    stop: () => {},
  };
}
