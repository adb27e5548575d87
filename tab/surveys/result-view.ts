import type { CountAnswer, FiguresAnswer, ResultNode } from "../../src/contracts/survey-contract";
import type { Text } from "../language/use-text";

export interface PlacedNode extends ResultNode {
  readonly depth: number;
}

/**
 * The whole first, to compare with, then each team right below the one above it, in the order of the names. A team whose own parent lies
 * out of the reader's sight stands at the top too, and would come before the whole where its name does.
 */
export function asTree(nodes: readonly ResultNode[]): PlacedNode[] {
  const known = new Set(nodes.map(({ teamId }) => teamId));
  const isWhole = ({ parentId }: ResultNode) => parentId === null;
  const wholeFirst = [...nodes.filter(isWhole), ...nodes.filter((node) => !isWhole(node))];
  const placed: PlacedNode[] = [];
  const place = (parentId: string | null, depth: number) => {
    for (const node of wholeFirst) {
      const above = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
      if (above !== parentId) continue;
      placed.push({ ...node, depth });
      place(node.teamId, depth + 1);
    }
  };
  place(null, 0);
  return placed;
}

/** What is released of a cell; null when it is hidden. */
export function figuresOf(node: ResultNode, itemId: string): Shown | null {
  const found = node.items.find((item) => item.itemId === itemId);
  return found === undefined ? null : releasedOf(found);
}

/** A released cell with all its parts. */
export interface Shown {
  readonly n: number;
  readonly favourable: CountAnswer;
  readonly neutral: CountAnswer;
  readonly unfavourable: CountAnswer;
  readonly favourablePercent: number | null;
  readonly interval: readonly [number, number];
}

/** Null when it is hidden. */
export function releasedOf(item: FiguresAnswer): Shown | null {
  if (item.hidden === true) return null;
  const { n, favourable, neutral, unfavourable, favourablePercent = null, interval = [] } = item;
  if (n === undefined || favourable === undefined || neutral === undefined || unfavourable === undefined) {
    return null;
  }
  const [low = 0, high = 100] = interval;
  return { n, favourable, neutral, unfavourable, favourablePercent, interval: [low, high] };
}

type Share = Pick<Shown, "n" | "favourable" | "favourablePercent">;

/** The share of favourable answers as it may be told: a range where the count is one. */
export function shareOf({ n, favourable, favourablePercent }: Share): { low: number; high: number } {
  if (favourablePercent !== null) return { low: favourablePercent, high: favourablePercent };
  const percent = (count: number) => Math.round((count / n) * 100);
  return typeof favourable === "number"
    ? { low: percent(favourable), high: percent(favourable) }
    : { low: percent(favourable.min), high: percent(favourable.max) };
}

export function shareText(shown: Share, text: Text): string {
  const { low, high } = shareOf(shown);
  return low === high
    ? text("confidence.results.percent", { percent: Math.round(low) })
    : text("confidence.results.percentRange", { low, high });
}

export function countText(count: CountAnswer, text: Text): string {
  return typeof count === "number"
    ? String(count)
    : text("confidence.results.range", { low: count.min, high: count.max });
}
