import {
  changeFinding,
  type FindingAnswer,
  getFinding,
  getFindingHistory,
  getFindingSummary,
  listFindings,
  lookForFindings,
} from "../contracts/finding-contract";
import { type FindingState, findingStates } from "../domain/finding/finding";
import * as overview from "../services/finding/finding-overview";
import * as findings from "../services/finding/finding-service";
import type { LicenceReference } from "../services/licence/licence-reference";
import type { ServiceContext } from "../services/service-context";
import type { ApiRequest } from "./api-request";
import { pageAnswer, pageRequest } from "./cursor";
import { etagOf } from "./etag";
import { handle, type Route } from "./handle";
import { historyAnswer } from "./history-answer";

export function findingRoutes(context: ServiceContext, reference: LicenceReference): Route[] {
  return [
    handle(listFindings, "finding.read", async ({ query }, request) => {
      const { kind, severity, team, owner } = query;
      const filter = {
        states: statesOf(query.state),
        kind,
        severity,
        teamIds: team === undefined ? undefined : [team],
        ownerId: owner,
      };
      const asked = pageRequest<"urgency" | "firstSeenAt">(query);
      const page = await overview.listFindings(context, request.caller, reference, filter, asked);
      return pageAnswer(page, query.sort, (finding) => told(finding, request));
    }),
    handle(getFindingSummary, "finding.read", (_input, { caller }) =>
      overview.findingSummary(context, caller),
    ),
    handle(getFinding, "finding.read", async ({ params }, request) =>
      told(await overview.getFinding(context, request.caller, reference, params.id), request),
    ),
    handle(getFindingHistory, "finding.read", async ({ params, query }, { caller }) =>
      historyAnswer(query, (page) => overview.findingHistory(context, caller, params.id, page)),
    ),
    handle(changeFinding, "finding.change", async ({ params, body }, request) => {
      const { caller, version } = request;
      const { id } = await findings.changeFinding(context, caller, params.id, version, body);
      return told(await overview.getFinding(context, caller, reference, id), request);
    }),
    handle(lookForFindings, "finding.change", (_input, { caller }) =>
      findings.lookNow(context, caller, reference),
    ),
  ];
}

function statesOf(asked: FindingState | "active" | "all"): readonly FindingState[] | undefined {
  if (asked === "all") return undefined;
  return asked === "active" ? findingStates.slice(0, 2) : [asked];
}

/** A finding as it leaves, put into words. */
function told(
  finding: overview.NamedFinding,
  { translate, language }: Pick<ApiRequest, "translate" | "language">,
): FindingAnswer {
  const { subject, subjectName, named, saving, version, evidence: _, ...own } = finding;
  const name = subjectName ?? translate(language, `finding.nameless.${subject.kind}`);
  return {
    ...own,
    subject: { ...subject, name: subjectName },
    title: translate(language, `finding.title.${finding.kind}`, { name, count: finding.count }),
    evidence: [...named],
    action: translate(language, `finding.action.${finding.kind}`),
    monthlySaving: saving?.monthly ?? null,
    savesFrom: saving?.from ?? null,
    etag: etagOf(version),
  };
}
