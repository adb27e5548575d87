import type { Page } from "playwright-core";

/** What a closed dialog must not leave: parts of the page that a screen reader or the keyboard would never find again. */
export async function leftBehind(page: Page): Promise<readonly string[]> {
  const end = Date.now() + 3_000;
  for (;;) {
    const hidden = await page.evaluate(hiddenParts);
    if (hidden.length === 0 || Date.now() > end) return hidden;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs in the page, so it stands alone. Ornaments may be hidden; what can be reached by keyboard may not. */
function hiddenParts(): string[] {
  const reachable = "a[href], button, input, select, textarea, h1, [tabindex]:not([data-tabster-dummy])";
  const hidden = [...document.querySelectorAll("[aria-hidden=true], [inert]")];
  return hidden
    .filter((part) => part.matches(reachable) || part.querySelector(reachable) !== null)
    .map((part) => part.cloneNode(false) as Element)
    .map(({ outerHTML }) => outerHTML);
}
