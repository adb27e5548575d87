import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import type { ApplicationAnswer } from "../../../src/contracts/application-contract";
import { type Disposition, dispositions, fits } from "../../../src/domain/application/disposition";
import { useText } from "../../language/use-text";
import { dispositionShapes } from "../application-marks";
import { type Cell, sizeOf } from "./portfolio";

const useStyles = makeStyles({
  root: { width: "100%", maxWidth: "560px", height: "auto", display: "block" },
  ground: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralStroke2 },
  middle: { stroke: tokens.colorNeutralStrokeAccessible, strokeDasharray: "6 4" },
  word: { fill: tokens.colorNeutralForeground2, fontSize: "13px", fontFamily: tokens.fontFamilyBase },
  quadrant: { fontWeight: tokens.fontWeightSemibold },
  cell: {
    cursor: "pointer",
    outlineStyle: "none",
    ":focus-visible > path": { stroke: tokens.colorStrokeFocus2, strokeWidth: "1.6px" },
  },
  shape: {
    fill: tokens.colorBrandBackground2,
    stroke: tokens.colorBrandStroke1,
    strokeWidth: "0.6px",
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  chosen: { strokeWidth: "1.6px", fill: tokens.colorBrandBackground2Pressed },
  count: {
    fill: tokens.colorNeutralForeground1,
    fontSize: "14px",
    fontWeight: tokens.fontWeightSemibold,
    fontFamily: tokens.fontFamilyBase,
    textAnchor: "middle",
  },
  tick: { textAnchor: "middle" },
});

const step = 96;
const left = 44;
const top = 8;
const side = step * fits.length;
/** Between 2 and 3, where the scale turns from poor to good enough. */
const turn = 2 * step;

/** Where each quadrant's word stands: functional fit upwards, technical fit to the right. */
const corners: Readonly<Record<Disposition, { readonly x: number; readonly y: number }>> = {
  migrate: { x: left + 8, y: top + 18 },
  invest: { x: left + turn + 8, y: top + 18 },
  eliminate: { x: left + 8, y: top + side - 10 },
  tolerate: { x: left + turn + 8, y: top + side - 10 },
};

interface ChartProps {
  readonly cells: readonly Cell<ApplicationAnswer>[];
  readonly chosen: Cell<ApplicationAnswer> | null;
  readonly onChoose: (cell: Cell<ApplicationAnswer>) => void;
}

/** One shape for each pair of scores, of the disposition's kind, as large as the number in it. */
export function PortfolioChart({ cells, chosen, onChoose }: ChartProps) {
  const text = useText();
  const styles = useStyles();
  const most = Math.max(...cells.map(({ applications }) => applications.length));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with buttons in it is a group, and svg has no fieldset
    <svg
      viewBox={`0 0 ${left + side + 8} ${top + side + 48}`}
      className={styles.root}
      role="group"
      aria-label={text("application.chartLabel")}
    >
      <Ground />
      {cells.map((cell) => (
        <CellMark
          key={`${cell.functional}/${cell.technical}`}
          cell={cell}
          most={most}
          chosen={chosen?.functional === cell.functional && chosen.technical === cell.technical}
          onChoose={() => onChoose(cell)}
        />
      ))}
    </svg>
  );
}

function Ground() {
  const text = useText();
  const styles = useStyles();
  const across = top + side - turn;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g aria-hidden="true">
      <rect x={left} y={top} width={side} height={side} className={styles.ground} />
      <path d={`M${left + turn} ${top}v${side}M${left} ${across}h${side}`} className={styles.middle} />
      {dispositions.map((disposition) => (
        <text
          key={disposition}
          {...corners[disposition]}
          className={mergeClasses(styles.word, styles.quadrant)}
        >
          {text(`application.disposition.${disposition}`)}
        </text>
      ))}
      {fits.map((fit) => (
        <g key={fit} className={mergeClasses(styles.word, styles.tick)}>
          <text x={left + (fit - 0.5) * step} y={top + side + 18}>
            {fit}
          </text>
          <text x={left - 12} y={top + side - (fit - 0.5) * step + 5}>
            {fit}
          </text>
        </g>
      ))}
      <text x={left + side / 2} y={top + side + 40} className={mergeClasses(styles.word, styles.tick)}>
        {text("application.field.technicalFit")}
      </text>
      <text
        transform={`translate(12 ${top + side / 2}) rotate(-90)`}
        className={mergeClasses(styles.word, styles.tick)}
      >
        {text("application.field.functionalFit")}
      </text>
    </g>
  );
}

interface CellMarkProps {
  readonly cell: Cell<ApplicationAnswer>;
  readonly most: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function CellMark({ cell, most, chosen, onChoose }: CellMarkProps) {
  const text = useText();
  const styles = useStyles();
  const { functional, technical, disposition, applications } = cell;
  const half = sizeOf(applications.length, most);
  const x = left + (technical - 0.5) * step;
  const y = top + side - (functional - 0.5) * step;
  const label = text("application.cellLabel", {
    functional,
    technical,
    count: applications.length,
    disposition: text(`application.disposition.${disposition}`),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onChoose();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons in svg
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={chosen}
      className={styles.cell}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <path
        d={dispositionShapes[disposition]}
        transform={`translate(${x - half} ${y - half}) scale(${half / 8})`}
        className={mergeClasses(styles.shape, chosen && styles.chosen)}
      />
      <text x={x} y={y + (disposition === "tolerate" ? 12 : 5)} className={styles.count}>
        {applications.length}
      </text>
    </g>
  );
}
