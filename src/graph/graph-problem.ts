/** Graph has not granted this to the application. */
export class GraphNotPermitted extends Error {}

/** What was asked for cannot be had now; the message may be shown to an administrator. */
export class GraphFailed extends Error {}

/** Graph wants to be left alone for longer than whoever asked is willing to wait. */
export class GraphBusy extends Error {
  constructor(readonly ms: number) {
    super(`Graph asks to wait ${Math.ceil(ms / 1_000)} seconds`);
  }
}

/** A list lost its place: it has to be read from its beginning, a delta by a full reading. */
export class GraphPlaceLost extends Error {}
