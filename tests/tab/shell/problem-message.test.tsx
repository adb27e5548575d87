import { screen } from "@testing-library/react";
import { CallProblem } from "../../../tab/call-problem";
import { ProblemMessage } from "../../../tab/shell/problem-message";
import { renderPage } from "../render-page";

const refused = (code: string, errors: CallProblem["errors"]) =>
  new CallProblem(400, "Bad request", "Look at it again.", "req-1", errors, null, code);

test("a refused form says which values were wrong, each once", () => {
  const wrong = { path: "contract.noticeDays", message: "too many" };
  renderPage(<ProblemMessage title="Not saved" problem={refused("request-invalid", [wrong, wrong])} />);
  expect(screen.getByRole("alert").textContent).toContain("Look at it again.");
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "contract.noticeDays: too many",
  ]);
});

test("a refusal that explains itself has no list", () => {
  const said = [{ path: "", message: "Look at it again." }];
  renderPage(<ProblemMessage title="Not saved" problem={refused("contract-ends-before-start", said)} />);
  expect(screen.queryByRole("list")).toBeNull();
});

test("it is brought into sight, as the button that it answers may stand at the end of a long form", () => {
  const brought = jest.spyOn(Element.prototype, "scrollIntoView");
  renderPage(<ProblemMessage title="Not saved" problem={refused("stale", [])} />);
  expect(brought.mock.contexts).toEqual([screen.getByRole("alert")]);
  brought.mockRestore();
});
