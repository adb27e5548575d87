import { personalTabLink } from "../../bot/cards/personal-tab-link";

const publicUrl = "https://toolroll.example";
const teamsAppId = "00000000-0000-4000-8000-000000000004";

test("a card opens the tab inside Teams by the app id of the manifest, and the page where Teams is not", () => {
  const link = new URL(personalTabLink({ publicUrl, teamsAppId }, "my-kit", "Open My kit & more"));
  expect(`${link.origin}${link.pathname}`).toBe(`https://teams.microsoft.com/l/entity/${teamsAppId}/my-kit`);
  expect(Object.fromEntries(link.searchParams)).toEqual({
    webUrl: "https://toolroll.example/tab/my-kit",
    label: "Open My kit & more",
  });
});

test("without an app id a card links to the page itself", () => {
  const link = personalTabLink({ publicUrl, teamsAppId: null }, "inventory", "Inventory");
  expect(link).toBe("https://toolroll.example/tab/inventory");
});

test("a card opens any other page of ours within the tab, by the name that Teams passes on", () => {
  const link = new URL(personalTabLink({ publicUrl, teamsAppId }, "my-kit", "Answer", "my-surveys"));
  expect(link.searchParams.get("webUrl")).toBe("https://toolroll.example/tab/my-surveys");
  expect(link.searchParams.get("context")).toBe('{"subEntityId":"my-surveys"}');
});
