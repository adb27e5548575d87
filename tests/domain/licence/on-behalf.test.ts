import {
  isChallenge,
  microsoftRefused,
  microsoftUnavailable,
  type NoTokenSaid,
  refusalWithoutToken,
} from "../../../src/domain/licence/on-behalf";
import { claimsChallenge } from "../../support/entra-on-behalf";

const cause = new Error("codes only");
const nothing: NoTokenSaid = { code: "", subCode: "", number: "", personNeeded: false, challenge: "" };
const refusal = (said: Partial<NoTokenSaid>) => refusalWithoutToken({ ...nothing, ...said }, cause);

describe("a person without a token for Graph", () => {
  test.each<[string, Partial<NoTokenSaid>, string, string]>([
    [
      "agrees first",
      { code: "invalid_grant", subCode: "consent_required", number: "65001", personNeeded: true },
      "not-allowed",
      "microsoft-consent-missing",
    ],
    [
      "agrees first, as older answers say it",
      { code: "consent_required", personNeeded: true },
      "not-allowed",
      "microsoft-consent-missing",
    ],
    [
      "proves once more who they are",
      { code: "interaction_required", subCode: "basic_action", number: "50076", personNeeded: true },
      "not-allowed",
      "microsoft-sign-in-needed",
    ],
    [
      "signs in again after a new password",
      { code: "invalid_grant", number: "50173" },
      "not-allowed",
      "microsoft-sign-in-needed",
    ],
    [
      "brings a fresh token of theirs",
      { code: "invalid_grant", number: "500133" },
      "not-allowed",
      "not-signed-in",
    ],
    [
      "whose account is closed is refused",
      { code: "invalid_grant", number: "50057" },
      "not-allowed",
      "microsoft-refused",
    ],
    [
      "can do nothing about a wrong secret",
      { code: "invalid_client", number: "7000215" },
      "unavailable",
      "microsoft-set-up-wrong",
    ],
    [
      "waits while Entra ID is busy",
      { code: "temporarily_unavailable" },
      "unavailable",
      "microsoft-unavailable",
    ],
    ["waits while Entra ID is away", { code: "network_error" }, "unavailable", "microsoft-unavailable"],
    [
      "is not told of somebody else's consent that MSAL repeats while it is throttled",
      { code: "65001", subCode: "consent_required" },
      "unavailable",
      "microsoft-unavailable",
    ],
  ])("%s", (_what, said, kind, code) => {
    expect(refusal(said)).toMatchObject({ kind, code });
  });

  test("is given the challenge of conditional access, and nothing that only looks like one", () => {
    const needed = { code: "interaction_required", personNeeded: true };
    expect(refusal({ ...needed, challenge: claimsChallenge }).params).toEqual({ challenge: claimsChallenge });
    for (const challenge of [
      "",
      "{",
      "[]",
      '"access_token"',
      '{"id_token":{}}',
      `{"access_token":{},"x":1}`,
    ]) {
      expect([challenge, isChallenge(challenge), refusal({ ...needed, challenge }).params]).toEqual([
        challenge,
        false,
        {},
      ]);
    }
    expect(isChallenge(`{"access_token":{"a":"${"x".repeat(2_000)}"}}`)).toBe(false);
  });
});

test("who waits for Graph is told how long, and never to hurry", () => {
  expect(microsoftUnavailable(41.2, cause)).toMatchObject({
    kind: "unavailable",
    params: { seconds: 42 },
    cause,
  });
  expect(microsoftUnavailable(0, cause).params).toEqual({ seconds: 5 });
  expect(microsoftRefused(cause)).toMatchObject({ kind: "not-allowed", code: "microsoft-refused", cause });
});
