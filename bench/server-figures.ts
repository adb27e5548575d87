/** What a server says of itself. */
export interface ServerFigures {
  readonly residentMb: number;
  /** The longest stall of its event loop since the figures were last read. */
  readonly stalledMs: number;
  /** Of all its threads since it was started. */
  readonly cpuSeconds: number;
}

export async function figuresOf(url: string): Promise<ServerFigures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const of = (name: string) => Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1]);
  return {
    residentMb: of("process_resident_memory_bytes") / 1024 / 1024,
    stalledMs: of("nodejs_eventloop_lag_max_seconds") * 1_000,
    cpuSeconds: of("process_cpu_seconds_total"),
  };
}
