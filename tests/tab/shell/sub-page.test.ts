import { addressOfSubPage } from "../../../tab/shell/sub-page";

test("a deep link leads to the page it names, and to one record on it", () => {
  expect(addressOfSubPage("my-kit")).toBe("/tab/my-kit");
  expect(addressOfSubPage("check-ins/0b8f2c1e-9a40-4a55-8c1e-2f6a7d9e0c11")).toBe(
    "/tab/check-ins/0b8f2c1e-9a40-4a55-8c1e-2f6a7d9e0c11",
  );
  expect(addressOfSubPage("inventory?device=0b8f2c1e-9a40")).toBe("/tab/inventory?device=0b8f2c1e-9a40");
});

test.each([
  "",
  "/my-kit",
  "//evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "../api/me",
  "my-kit/../../api",
  "my-kit?as=p-1",
  "inventory?device=x&as=p-1",
  "inventory?status=x",
  "my-kit#x",
  "my-kit\\x",
  "my%2Fkit",
])("a deep link that names no page leaves the tab where it is: %j", (subPage) => {
  expect(addressOfSubPage(subPage)).toBeNull();
});

test("a tab opened without a deep link stays where it is", () => {
  expect(addressOfSubPage(null)).toBeNull();
});
