import {
  type ApplicationDraft,
  changeBody,
  createBody,
  draftOf,
  emptyDraft,
  problemsOf,
  rebase,
} from "../../../tab/applications/form/application-draft";
import { aContractAnswer, anApplicationDetail } from "./application-answers";

const base = draftOf(anApplicationDetail({ userCount: 12 }));
const with_ = (change: Partial<ApplicationDraft>): ApplicationDraft => ({ ...base, ...change });

test("an untouched form sends nothing", () => {
  expect(changeBody(base, base)).toEqual({});
  expect(changeBody(base, with_({ name: " Tenantry " }))).toEqual({});
});

test("only what was changed is sent: an emptied field is cleared, an unknown number is null and never zero", () => {
  const draft = with_({ purpose: "", userCount: "", technicalFit: "4", lifecycle: "retiring" });
  expect(changeBody(base, draft)).toEqual({
    purpose: null,
    userCount: null,
    technicalFit: 4,
    lifecycle: "retiring",
  });
});

test("of a contract only what was changed is sent, its value in the currency that it has", () => {
  const draft = with_({ "contract.end": "2032-03-31", "contract.value": "50000" });
  expect(changeBody(base, draft, "EUR")).toEqual({
    contract: { end: "2032-03-31", value: { amount: "50000", currency: "EUR" } },
  });
});

test("a new application is sent with what was filled in", () => {
  const draft = { ...emptyDraft, name: " Grantbook ", supplier: "Acme", "contract.noticeDays": "90" };
  expect(createBody(draft)).toEqual({
    name: "Grantbook",
    kind: "line-of-business",
    supplier: "Acme",
    contract: { noticeDays: 90 },
  });
});

test.each([
  [{ name: " " }, "name", "name"],
  [{ supportEnds: "2026-02-30" }, "supportEnds", "day"],
  [{ "contract.end": "soon" }, "contract.end", "day"],
  [{ userCount: "a few" }, "userCount", "number"],
  [{ "contract.noticeDays": "-1" }, "contract.noticeDays", "noticeDays"],
  [{ "contract.noticeDays": "3651" }, "contract.noticeDays", "noticeDays"],
  [{ "contract.value": "£42,000" }, "contract.value", "amount"],
  [{ accessibilityStatement: "javascript:alert(1)" }, "accessibilityStatement", "url"],
  [{ dispositionOverride: "eliminate" }, "dispositionReason", "reason"],
] as const)("%j is wrong at %s", (change, field, problem) => {
  expect(problemsOf(with_(change))).toEqual({ [field]: problem });
});

test("a whole draft has no problem", () => {
  expect(problemsOf(base)).toEqual({});
});

test("what was typed goes on top of the version that somebody else saved", () => {
  const theirs = draftOf(
    anApplicationDetail({ purpose: "Theirs", contracts: [{ ...aContractAnswer(), etag: '"1"' }] }),
  );
  expect(rebase(base, with_({ notes: "Mine" }), theirs)).toMatchObject({ notes: "Mine", purpose: "Theirs" });
});
