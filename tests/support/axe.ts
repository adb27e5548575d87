import { readFileSync } from "node:fs";
import type { AxeResults, ElementContext, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const settleWithinMs = 2_000;

const everything: RunOptions = {
  rules: {
    // Fluent shows menus beside the page's landmarks, where they cover what is under them.
    region: { enabled: false },
    // An experiment that reads two lines of text as one word.
    "label-content-name-mismatch": { enabled: false },
  },
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/** All that a change of theme alone can break. */
export const coloursOnly: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
  resultTypes: ["violations"],
};

/** What axe finds wrong once nothing moves any more. Each names the rule, the element, and why. */
export async function violationsOf(place: Page | Frame, options = everything): Promise<string[]> {
  await place.evaluate(stillness, settleWithinMs);
  // Looked for first, because the way of its source to the browser takes longer than what it does there.
  if (!(await place.evaluate(() => "axe" in window))) await place.evaluate(source);
  const end = Date.now() + settleWithinMs;
  for (;;) {
    const found = await run(place, options);
    if (found.length === 0 || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * While colours and drawers move, text would be read between two states; what pulsates does so for ever, and what was
 * begun out of sight may never end: neither is waited for longer than axe is asked again.
 */
function stillness(withinMs: number): Promise<unknown> {
  const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  return Promise.race([
    Promise.allSettled(moving.map(({ finished }) => finished)),
    new Promise((resolve) => setTimeout(resolve, withinMs)),
  ]);
}

async function run(place: Page | Frame, options: RunOptions): Promise<string[]> {
  const violations = await place.evaluate(async (wished) => {
    // Fluent's guards at the ends of a dialog are hidden and focusable by intent: they pass the focus on at once.
    const found = await (window as unknown as { axe: Axe }).axe.run(
      { exclude: ["[data-tabster-dummy]"] },
      wished,
    );
    // The way of all that is in order out of the browser takes half as long as finding it.
    return found.violations;
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `${id}: ${target.join(" ")} (${why})`;
    }),
  );
}

interface Axe {
  run(place: ElementContext, options: RunOptions): Promise<AxeResults>;
}

/** Whether the page is wider than its window. */
export function scrollsSideways(place: Page | Frame): Promise<boolean> {
  return place.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
