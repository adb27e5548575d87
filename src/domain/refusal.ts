export type RefusalKind =
  | "invalid"
  | "not-found"
  | "not-allowed"
  | "conflict"
  | "stale"
  | "too-many"
  | "unavailable";

/** Names the sentence in the text catalogue (`refusal.<code>`) that tells a person what to do. */
export type RefusalCode =
  | "request-invalid"
  | "body-too-large"
  | "body-not-json"
  | "content-type-wrong"
  | "cursor-invalid"
  | "if-match-missing"
  | "stale"
  | "not-found"
  | "not-signed-in"
  | "not-allowed"
  | "too-many-requests"
  | "database-busy"
  | "database-full"
  | "person-not-admitted"
  | "asset-tag-taken"
  | "asset-tag-empty"
  | "device-archived"
  | "device-undeployable"
  | "device-not-assigned"
  | "device-held"
  | "device-disposed"
  | "device-not-disposed"
  | "device-has-reports"
  | "label-unknown"
  | "label-retired"
  | "label-status-differs"
  | "label-taken"
  | "label-last"
  | "label-carried"
  | "label-unconfirmed"
  | "label-devices-unfit"
  | "disposal-in-future"
  | "disposal-before-purchase"
  | "disposal-certificate-missing"
  | "person-left"
  | "person-unknown"
  | "person-holds-kit"
  | "person-erases-self"
  | "retention-out-of-range"
  | "calendar-invalid"
  | "os-table-invalid"
  | "replacement-age-out-of-range"
  | "team-unknown"
  | "team-name-taken"
  | "team-circle"
  | "application-name-empty"
  | "application-name-taken"
  | "application-unknown"
  | "application-replaces-another"
  | "application-has-contracts"
  | "application-has-integrations"
  | "override-without-reason"
  | "replaced-by-itself"
  | "contract-ends-before-start"
  | "integration-with-itself"
  | "purpose-not-available"
  | "audience-not-available"
  | "audience-empty"
  | "closes-in-past"
  | "check-in-not-draft"
  | "check-in-not-running"
  | "check-in-not-paused"
  | "check-in-closed"
  | "graph-not-set-up"
  | "sync-running"
  | "sync-superseded"
  | "stock-take-closed"
  | "stock-take-empty"
  | "stock-take-item-unexpected"
  | "stock-take-item-expected"
  | "delivery-not-retried"
  | "snooze-too-late"
  | "answered-already"
  | "survey-audience-unfit"
  | "survey-minimum-low"
  | "survey-not-draft"
  | "survey-not-open"
  | "survey-closed"
  | "survey-not-yours"
  | "delivery-not-yours"
  | "answer-unknown"
  | "answer-empty"
  | "problem-reason-missing"
  | "problem-action-unfit"
  | "assignment-ended"
  | "assignment-answered"
  | "finding-without-reason"
  | "findings-under-way"
  | "import-not-text"
  | "import-empty"
  | "import-too-large"
  | "import-too-many-rows"
  | "import-too-many-columns"
  | "import-cell-too-long"
  | "import-is-workbook"
  | "import-encoding"
  | "import-quote-open"
  | "import-no-header"
  | "import-header-below"
  | "import-header-empty"
  | "import-header-duplicate"
  | "import-column-missing"
  | "import-field-unknown"
  | "import-undone"
  | "import-changed-since";

export type RefusalParams = Readonly<Record<string, string | number>>;

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * An expected "no", shown to people. Translated to HTTP in `api/error-response.ts` and to a card in
 * `bot/cards/refusal-card.ts`, nowhere else; every other error is a fault.
 */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: RefusalCode,
    readonly params: RefusalParams = {},
    readonly fields: readonly FieldProblem[] = [],
    cause?: unknown,
  ) {
    super(code, { cause });
    this.name = "Refusal";
  }
}
