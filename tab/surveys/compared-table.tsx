import { trend } from "../../src/domain/survey/trend";
import { useText } from "../language/use-text";
import { BandsBar } from "./bands-bar";
import { type FiguresRow, FiguresTable } from "./figures-table";
import { type Shown, shareText } from "./result-view";

export interface ComparedRow extends FiguresRow {
  /** The organisation's figure; null where it is not published, or is the row itself. */
  readonly whole: Shown | null;
}

interface Props {
  readonly label: string;
  readonly first: string;
  readonly rows: readonly ComparedRow[];
}

/** Released figures beside the organisation's: higher or lower only where the ranges say so, as in a trend. */
export function ComparedTable({ label, first, rows }: Props) {
  const text = useText();
  const compare = ({ shown, whole }: ComparedRow) =>
    shown === null || whole === null
      ? ""
      : text("surveyPage.comparison", {
          share: shareText(whole, text),
          difference: text(`surveyPage.compare.${trend(whole, shown)}`),
        });
  const more = [
    {
      key: "bands",
      heading: text("surveyPage.bands"),
      cell: ({ shown }: ComparedRow) => (shown === null ? null : <BandsBar shown={shown} />),
      room: "wide" as const,
    },
    { key: "whole", heading: text("surveyPage.whole"), cell: compare },
  ];
  return <FiguresTable label={label} first={first} rows={rows} more={more} />;
}
