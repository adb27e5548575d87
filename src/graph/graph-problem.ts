/** Graph has not granted this to the application. */
export class GraphNotPermitted extends Error {}

/** What was asked for cannot be had now; the message may be shown to an administrator. */
export class GraphFailed extends Error {}

/** No answer by when whoever asked stops waiting; `ms` from now it is worth another try. */
export class GraphBusy extends Error {
  constructor(readonly ms: number) {
    super(`no answer of Graph in time; worth another try in ${Math.ceil(ms / 1_000)} seconds`);
  }
}

/** A list lost its place: it has to be read from its beginning, a delta by a full reading. */
export class GraphPlaceLost extends Error {}
