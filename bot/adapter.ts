import { Activity, type ConversationReference } from "@microsoft/agents-activity";
import {
  CloudAdapter,
  type Connections,
  type ConnectorClient,
  type TurnContext,
} from "@microsoft/agents-hosting";
import { failureOf } from "../src/platform/failure";
import type { Log } from "../src/platform/log";
import type { BotMessage, BotTurn } from "./bot-turn";
import { PatientConnector } from "./connector";
import type { ConnectorTokens } from "./connector-token";
import type { KnownConversation } from "./incoming-activity";
import { ForeignServiceUrl } from "./send-failure";

/** How the bot reaches the Bot Connector. */
export interface ConnectorAccess {
  /** Which service addresses may be called at all. */
  readonly maySendTo: (serviceUrl: string) => boolean;
  /** Null sends no token: local mode. */
  readonly tokens: ConnectorTokens | null;
  /** For messages of our own accord. */
  readonly timeoutMs?: number;
}

/** A reply within a turn must not outlast the turn. */
const replyTimeoutMs = 4_000;
const proactiveTimeoutMs = 10_000;
/** Any text will do without tokens; the SDK only refuses an empty one. */
const proactiveIdentity = "toolroll";

/** The SDK's adapter without its own way of fetching tokens: every outgoing call goes through `PatientConnector`. */
export class BotAdapter extends CloudAdapter {
  constructor(
    private readonly access: ConnectorAccess,
    private readonly log: Log,
  ) {
    // With NODE_ENV=production the SDK refuses to be made without a client id; its own clients are never used.
    super({ clientId: proactiveIdentity }, undefined, undefined, { validateServiceUrl: true });
    this.connectionManager = noConnections;
    this.onTurnError = async (_turn, error) => {
      this.log.error(failureOf(error), "bot turn failed");
    };
  }

  /** One turn: an activity that was let in, and where its answers go. */
  async take(
    request: Parameters<CloudAdapter["process"]>[0],
    response: Parameters<CloudAdapter["process"]>[1],
    answer: (turn: BotTurn) => Promise<void>,
  ): Promise<void> {
    await this.process(request, response, (turn) => answer(turnOf(turn)));
  }

  /** Sends of our own accord. Throws what the connector threw; the SDK would swallow it within the turn. */
  async tell(conversation: KnownConversation, message: BotMessage): Promise<string | null> {
    const activity = activityOf(message);
    return this.inConversation(conversation, async (turn) => (await turn.sendActivity(activity))?.id ?? null);
  }

  /** @param message with the id of the message it takes the place of */
  async replace(conversation: KnownConversation, message: BotMessage): Promise<void> {
    await this.inConversation(conversation, (turn) => turn.updateActivity(activityOf(message)));
  }

  private async inConversation<T>(conversation: KnownConversation, work: (turn: TurnContext) => Promise<T>) {
    const outcome: { value?: T; error?: unknown } = {};
    await this.continueConversation(
      proactiveIdentity,
      conversation as ConversationReference,
      async (turn) => {
        // The SDK invents an activity id here and would reply to a message that does not exist.
        delete turn.activity.id;
        try {
          outcome.value = await work(turn);
        } catch (error) {
          outcome.error = error;
        }
      },
    );
    if ("error" in outcome) throw outcome.error;
    return outcome.value as T;
  }

  protected override async createConnectorClientWithIdentity(
    _identity: unknown,
    activity: Activity,
  ): Promise<ConnectorClient> {
    const serviceUrl = activity.serviceUrl ?? "";
    if (!this.access.maySendTo(serviceUrl)) throw new ForeignServiceUrl();
    const proactive = activity.name === "ContinueConversation";
    const timeoutMs = proactive ? (this.access.timeoutMs ?? proactiveTimeoutMs) : replyTimeoutMs;
    return new PatientConnector(serviceUrl, this.access.tokens, timeoutMs);
  }

  /** Sign-in cards are not used; an anonymous client fetches nothing. */
  protected override createUserTokenClient() {
    return super.createUserTokenClient({});
  }
}

function turnOf(turn: TurnContext): BotTurn {
  return {
    async send(message) {
      await turn.sendActivity(activityOf(message));
    },
    update: (message) => turn.updateActivity(activityOf(message)),
  };
}

function activityOf(message: BotMessage): Activity {
  return Activity.fromObject({ ...message });
}

function refuseConnection(): never {
  throw new Error("The bot fetches its tokens itself");
}

const noConnections: Connections = {
  getConnection: refuseConnection,
  getDefaultConnection: refuseConnection,
  getTokenProvider: refuseConnection,
  getTokenProviderFromActivity: refuseConnection,
  getDefaultConnectionConfiguration: refuseConnection,
};
