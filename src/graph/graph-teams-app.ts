import { askGraph, codeOf, type GraphConnection, getJson } from "./graph-caller";
import { GraphFailed, GraphNotPermitted } from "./graph-problem";

/**
 * The app in the organisation's catalogue, which Graph knows by another id than the manifest.
 * Permission: AppCatalog.Read.All. Source: learn.microsoft.com/graph/api/appcatalogs-list-teamsapps (2025).
 * @param manifestId `id` of the manifest
 * @returns null where the app is not in the catalogue
 * @throws GraphNotPermitted, GraphFailed
 */
export async function catalogueIdOf(graph: GraphConnection, manifestId: string): Promise<string | null> {
  const filter = encodeURIComponent(`externalId eq '${manifestId}'`);
  const { value } = await getJson(graph, `/appCatalogs/teamsApps?$filter=${filter}&$select=id`);
  const [app] = Array.isArray(value) ? (value as readonly { readonly id?: unknown }[]) : [];
  return typeof app?.id === "string" ? app.id : null;
}

export type Installed = "installed" | "there-already" | "refused";

/**
 * Puts the app into somebody's Teams; Teams then tells the bot of the install.
 * Permission: TeamsAppInstallation.ReadWriteSelfForUser.All.
 * Source: learn.microsoft.com/graph/api/userteamwork-post-installedapps (2025).
 * @returns `refused` where Graph knows the person but their policy, licence or mailbox does not allow it
 * @throws GraphNotPermitted where the application may install for nobody; GraphFailed
 */
export async function installForPerson(
  graph: GraphConnection,
  personId: string,
  catalogueId: string,
): Promise<Installed> {
  const path = `/users/${encodeURIComponent(personId)}/teamwork/installedApps`;
  const app = `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogueId}`;
  return askGraph(
    graph,
    async () => {
      const answer = await graph.transport.send(path, { "teamsApp@odata.bind": app });
      // Both say something about this person, not about Graph.
      const decided = answer.status === 409 || answer.status === 404 || isPolicy(answer);
      return decided
        ? { ...answer, headers: new Headers({ decided: String(answer.status) }), status: 200 }
        : answer;
    },
    ({ headers }) => {
      const decided = headers.get("decided");
      if (decided === null) return "installed";
      return decided === "409" ? "there-already" : "refused";
    },
  );
}

/** 403 for this person alone: the app is blocked for them, where a missing permission names the authorisation. */
function isPolicy({ status, text }: { readonly status: number; readonly text: string }): boolean {
  return status === 403 && /policy|blocked|AppPermission/i.test(text);
}

export interface ActivityNotice {
  readonly personId: string;
  /** As the manifest names it. */
  readonly activityType: string;
  readonly preview: string;
  /** Values of the places in the template's text. */
  readonly parameters: Readonly<Record<string, string>>;
  /** A deep link of Teams. */
  readonly link: string;
  readonly topic: string;
}

/**
 * Puts a line into somebody's activity feed; tried once, because a second one would be a second line.
 * Permission: TeamsActivity.Send.User, which the manifest asks for, or TeamsActivity.Send.
 * Source: learn.microsoft.com/graph/api/userteamwork-sendactivitynotification (2025).
 * @throws GraphNotPermitted, GraphFailed
 */
export async function sendActivityNotice(graph: GraphConnection, notice: ActivityNotice): Promise<void> {
  const path = `/users/${encodeURIComponent(notice.personId)}/teamwork/sendActivityNotification`;
  const answer = await graph.transport.send(path, {
    topic: { source: "text", value: notice.topic, webUrl: notice.link },
    activityType: notice.activityType,
    previewText: { content: notice.preview },
    templateParameters: Object.entries(notice.parameters).map(([name, value]) => ({ name, value })),
  });
  if (answer.status < 300) return;
  const code = codeOf(parsed(answer.text));
  const message = `Graph answered ${answer.status}${code === null ? "" : ` ${code}`}`;
  throw answer.status === 401 || answer.status === 403
    ? new GraphNotPermitted(message)
    : new GraphFailed(message);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
