import type { Activity } from "@microsoft/agents-activity";
import type { HttpResponse } from "@microsoft/agents-hosting";
import { ConnectorClient, HttpClient, type HttpRequestConfig } from "@microsoft/agents-hosting";
import type { ConnectorTokens } from "./connector-token";
import { ConnectorRefused } from "./send-failure";

/** The SDK's client waits forever, follows redirects anywhere and puts ids into paths as they are; this one does not. */
export class PatientConnector extends ConnectorClient {
  constructor(serviceUrl: string, tokens: ConnectorTokens | null, timeoutMs: number) {
    super(new PatientHttp(serviceUrl, tokens, timeoutMs));
  }

  override sendToConversation(conversationId: string, body: Activity) {
    return super.sendToConversation(encodeURIComponent(conversationId), body);
  }

  /** The SDK encodes the activity id here, but not in updates. */
  override replyToActivity(conversationId: string, activityId: string, body: Activity) {
    return super.replyToActivity(encodeURIComponent(conversationId), activityId, body);
  }

  override updateActivity(conversationId: string, activityId: string, body: Activity) {
    return super.updateActivity(encodeURIComponent(conversationId), encodeURIComponent(activityId), body);
  }
}

class PatientHttp extends HttpClient {
  constructor(
    serviceUrl: string,
    private readonly tokens: ConnectorTokens | null,
    private readonly timeoutMs: number,
  ) {
    super({ baseURL: serviceUrl.replace(/\/$/, ""), headers: { Accept: "application/json" } });
  }

  /** A refused token is renewed once; the whole, token included, ends within the time-out. */
  override async request<T = unknown>(config: HttpRequestConfig): Promise<HttpResponse<T>> {
    const signal = AbortSignal.timeout(this.timeoutMs);
    const token = this.tokens === null ? null : await this.tokens.current();
    let answer = await this.attempt<T>(config, token, signal);
    if (answer.status === 401 && this.tokens !== null && token !== null) {
      const fresh = await this.tokens.inPlaceOf(token);
      if (fresh !== token) answer = await this.attempt<T>(config, fresh, signal);
    }
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw new ConnectorRefused(answer.status, answer.headers, answer.data);
  }

  private async attempt<T>(config: HttpRequestConfig, token: string | null, signal: AbortSignal) {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`${this.baseURL}/${config.url.replace(/^\//, "")}`, {
      method: config.method.toUpperCase(),
      headers: { ...this.defaultHeaders, ...authorization, "content-type": "application/json" },
      body: config.data === undefined ? null : JSON.stringify(config.data),
      redirect: "manual",
      signal,
    });
    const { status, statusText, headers } = response;
    const data = jsonOrText(await response.text()) as T;
    const answer: HttpResponse<T> = { data, status, statusText, headers, config };
    return answer;
  }
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
