import { FluentProvider, teamsLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { consentRefusalOf, consentResultIn, isConsentMissing } from "../../../tab/session/consent";
import { ConsentMissing, ConsentRefused, type Host } from "../../../tab/session/host";
import { SessionProvider } from "../../../tab/session/session-provider";
import { Entrance } from "../../../tab/shell/entrance";
import { ok, problem, startFakeServer } from "../fake-server";
import { somebody } from "../render-page";

test.each([
  ["resourceRequiresConsent", true],
  ["invalid_grant", true],
  ["CancelledByUser", true],
  ["interaction_required", true],
  ["resourceRequiresMfa", true],
  ["resourceDisabled", false],
  ["App resource defined in manifest and iframe origin do not match", false],
  ["no answer in time", false],
])("%s asks for the person: %s", (reason, needed) => {
  expect(isConsentMissing(new Error(reason))).toBe(needed);
});

test.each([
  ["CancelledByUser", "declined"],
  ["access_denied AADSTS65004: User declined to consent", "declined"],
  ["FailedToOpenWindow", "blocked"],
  ["consent_required AADSTS65001", "administrator"],
  ["access_denied AADSTS90094: An administrator has to approve", "administrator"],
  ["server_error", "failed"],
])("a window that came back with %s was %s", (reason, meaning) => {
  expect(consentRefusalOf(new Error(reason)).reason).toBe(meaning);
});

test("the address of the last page tells the state, and the error where there is one", () => {
  expect(consentResultIn("?code=abc&state=word")).toEqual({ state: "word", error: null });
  const refused = consentResultIn("?error=access_denied&error_description=AADSTS65004&state=word");
  expect(refused).toEqual({ state: "word", error: "access_denied AADSTS65004" });
});

describe("the page of missing consent", () => {
  let agreed: boolean;
  let refusal: ConsentRefused | null;
  let ready: number;
  const host: Host = {
    theme: "default",
    locale: "en-GB",
    subPage: null,
    onTheme: () => undefined,
    getToken: () => (agreed ? Promise.resolve("good") : Promise.reject(new ConsentMissing())),
    askConsent: async () => {
      if (refusal !== null) throw refusal;
      agreed = true;
    },
    tellReady: () => {
      ready += 1;
    },
    tellFailed: () => undefined,
  };

  beforeEach(() => {
    [agreed, refusal, ready] = [false, null, 0];
    window.history.replaceState(null, "", "/tab/my-kit");
    const server = startFakeServer();
    server.answer("GET /api/me", ({ headers }) =>
      headers.get("authorization") === "Bearer good" ? ok(somebody()) : problem(401, "Sign in first."),
    );
    server.answer("GET /api/my/kit", ok({ devices: [] }));
    server.answer("GET /api/my/check-ins", ok({ items: [] }));
    render(
      <FluentProvider theme={teamsLightTheme}>
        <SessionProvider host={host}>
          <Entrance />
        </SessionProvider>
      </FluentProvider>,
    );
  });

  test("says what is asked and by whom else it can be given; agreeing opens the tab", async () => {
    expect(await screen.findByRole("heading", { name: "Toolroll needs your agreement once" })).toBeTruthy();
    expect(screen.getByText(/For administrators:/)).toBeTruthy();
    expect(ready).toBe(1);
    await userEvent.setup().click(screen.getByRole("button", { name: "Read and agree" }));
    expect(await screen.findByRole("heading", { name: "My kit", level: 1 })).toBeTruthy();
  });

  test("a person who may not agree is sent to IT, and can try again", async () => {
    refusal = new ConsentRefused("administrator");
    const me = userEvent.setup();
    await me.click(await screen.findByRole("button", { name: "Read and agree" }));
    expect(await screen.findByText(/only an administrator can agree/)).toBeTruthy();
    refusal = null;
    await me.click(screen.getByRole("button", { name: "Read and agree" }));
    expect(await screen.findByRole("heading", { name: "My kit", level: 1 })).toBeTruthy();
  });
});

test("a person whom the directory does not know is told so, by our page and not by Teams' own", async () => {
  const told: string[] = [];
  const host: Host = {
    theme: "default",
    locale: "en-GB",
    subPage: null,
    onTheme: () => undefined,
    getToken: async () => "good",
    askConsent: async () => undefined,
    tellReady: () => told.push("ready"),
    tellFailed: () => told.push("failed"),
  };
  startFakeServer().answer("GET /api/me", problem(403, "Ask IT to add you."));
  render(
    <FluentProvider theme={teamsLightTheme}>
      <SessionProvider host={host}>
        <Entrance />
      </SessionProvider>
    </FluentProvider>,
  );
  expect(await screen.findByRole("heading", { name: "Toolroll does not know you yet" })).toBeTruthy();
  expect(screen.getByText(/Ask IT to add you, then load the page again/)).toBeTruthy();
  expect(told).toEqual(["ready"]);
});
