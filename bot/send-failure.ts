/** The stored or sent service address is not one that the bot may call: nothing was sent. */
export class ForeignServiceUrl extends Error {
  constructor() {
    super("service address is not allowed");
  }
}

/** The Bot Connector answered, and did not take it. */
export class ConnectorRefused extends Error {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly data: unknown,
  ) {
    super(`Bot Connector answered ${status}: ${JSON.stringify(data)}`);
  }
}
