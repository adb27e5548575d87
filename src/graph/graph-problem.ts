/** Graph has not granted this to the application. */
export class GraphNotPermitted extends Error {}

/** What was asked for cannot be had now; the message may be shown to an administrator. */
export class GraphFailed extends Error {}

/** A list lost its place: it has to be read from its beginning, a delta by a full reading. */
export class GraphPlaceLost extends Error {}
