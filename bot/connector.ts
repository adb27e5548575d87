import type { Activity } from "@microsoft/agents-activity";
import type { HttpResponse } from "@microsoft/agents-hosting";
import { ConnectorClient, HttpClient, HttpError, type HttpRequestConfig } from "@microsoft/agents-hosting";

/** The SDK's client waits forever, follows redirects anywhere and puts ids into paths as they are; this one does not. */
export class PatientConnector extends ConnectorClient {
  constructor(serviceUrl: string, token: string | null, timeoutMs: number) {
    super(new PatientHttp(serviceUrl, token, timeoutMs));
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
    token: string | null,
    private readonly timeoutMs: number,
  ) {
    const authorization = token === null ? {} : { Authorization: `Bearer ${token}` };
    super({
      baseURL: serviceUrl.replace(/\/$/, ""),
      headers: { Accept: "application/json", ...authorization },
    });
  }

  override async request<T = unknown>(config: HttpRequestConfig): Promise<HttpResponse<T>> {
    const response = await fetch(`${this.baseURL}/${config.url.replace(/^\//, "")}`, {
      method: config.method.toUpperCase(),
      headers: { ...this.defaultHeaders, "content-type": "application/json" },
      body: config.data === undefined ? null : JSON.stringify(config.data),
      redirect: "manual",
      signal: AbortSignal.timeout(this.timeoutMs),
    });
    const { status, statusText, headers } = response;
    const data = jsonOrText(await response.text()) as T;
    const answer: HttpResponse<T> = { data, status, statusText, headers, config };
    if (!response.ok) throw new HttpError(`Bot Connector answered ${status}`, answer, config);
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
