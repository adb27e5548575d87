import { launchBrowser, openPage } from "../support/browser";
import { amina, openTab, startDemonstration } from "./demonstration";

test("on a phone the navigation shows which page one is on", async () => {
  const [council, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  try {
    const page = await openPage(browser);
    await page.setViewportSize({ width: 375, height: 740 });
    await openTab(page, council.url, "privacy?lang=cy", amina);
    const current = page.getByRole("navigation").first().locator("[aria-current=page]");
    await current.waitFor();
    const box = await current.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(375);
  } finally {
    await browser.close();
    await council.stop();
  }
});
