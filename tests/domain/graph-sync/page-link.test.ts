import { nextPage } from "../../../src/domain/graph-sync/page-link";

const origin = "https://graph.microsoft.com";
const link = `${origin}/v1.0/users?$skiptoken=2`;

test("a page without a link is the last", () => {
  expect(nextPage(null, origin, new Set())).toEqual({ kind: "end" });
  expect(nextPage("", origin, new Set())).toEqual({ kind: "end" });
});

test("a link of Graph's own is followed, once", () => {
  expect(nextPage(link, origin, new Set())).toEqual({ kind: "follow", link });
  expect(nextPage(link, origin, new Set([link]))).toEqual({ kind: "repeated" });
});

test.each([
  "https://graph.microsoft.com.example/v1.0/users",
  "https://graph.microsoft.com@example.org/v1.0/users",
  "https://graph.microsoft.com:8443/v1.0/users",
  "http://graph.microsoft.com/v1.0/users",
  "//example.org/v1.0/users",
  "/v1.0/users",
])("%s is foreign and never gets the token", (foreign) => {
  expect(nextPage(foreign, origin, new Set())).toEqual({ kind: "foreign" });
});
