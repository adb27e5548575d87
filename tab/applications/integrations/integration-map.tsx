import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import type { IntegrationAnswer } from "../../../src/contracts/integration-contract";
import { useText } from "../../language/use-text";
import { boxHeight, boxWidth, layOutFlows, type PlacedNode } from "./integration-layout";

const useStyles = makeStyles({
  scroll: {
    overflow: "auto",
    maxHeight: "70vh",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  root: { display: "block" },
  flow: { fill: "none", stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: "1.5px" },
  manual: { strokeDasharray: "5 4" },
  lit: { stroke: tokens.colorBrandStroke1, strokeWidth: "3px" },
  dim: { opacity: 0.25 },
  arrow: { fill: tokens.colorNeutralStrokeAccessible },
  node: {
    cursor: "pointer",
    outlineStyle: "none",
    ":focus-visible > rect": { stroke: tokens.colorStrokeFocus2, strokeWidth: "3px" },
  },
  box: { fill: tokens.colorNeutralBackground3, stroke: tokens.colorNeutralStrokeAccessible },
  name: {
    fill: tokens.colorNeutralForeground1,
    fontSize: "13px",
    fontFamily: tokens.fontFamilyBase,
    textAnchor: "middle",
  },
});

/** Letters that fit side by side into a box. */
const lineLength = 26;

interface MapProps {
  readonly integrations: readonly IntegrationAnswer[];
  readonly onOpen: (id: string) => void;
}

/** Boxes and arrows. The one that is pointed at, or has the focus, shows its own arrows; Enter opens it. */
export function IntegrationMap({ integrations, onOpen }: MapProps) {
  const text = useText();
  const styles = useStyles();
  const arrow = useId();
  const layout = useMemo(() => layOutFlows(integrations), [integrations]);
  const byId = useMemo(() => new Map(integrations.map((each) => [each.id, each])), [integrations]);
  const [lit, setLit] = useState<string | null>(null);
  const lookOf = (flowId: string) => {
    const flow = byId.get(flowId);
    const touches = lit !== null && (flow?.fromId === lit || flow?.toId === lit);
    return mergeClasses(
      styles.flow,
      flow?.method === "manual" && styles.manual,
      touches && styles.lit,
      lit !== null && !touches && styles.dim,
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label={text("application.mapLabel")} tabIndex={0}>
      <svg width={layout.width} height={layout.height} className={styles.root}>
        <title>{text("application.mapHint")}</title>
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" className={styles.arrow} />
          </marker>
        </defs>
        {layout.flows.map(({ id, path }) => (
          <path key={id} d={path} className={lookOf(id)} markerEnd={`url(#${arrow})`} />
        ))}
        {layout.nodes.map((node) => (
          <Node key={node.id} node={node} integrations={integrations} onLight={setLit} onOpen={onOpen} />
        ))}
      </svg>
    </section>
  );
}

interface NodeProps extends MapProps {
  readonly node: PlacedNode;
  readonly onLight: (id: string | null) => void;
}

function Node({ node, integrations, onLight, onOpen }: NodeProps) {
  const text = useText();
  const styles = useStyles();
  const { id, x, y } = node;
  const out = integrations.filter(({ fromId }) => fromId === id);
  const into = integrations.filter(({ toId }) => toId === id);
  const name = out[0]?.fromName ?? into[0]?.toName ?? "";
  const lines = linesOf(name);
  const listed = (names: readonly string[]) => names.join(", ") || text("common.none");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onOpen(id);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons in svg
    <g
      role="button"
      tabIndex={0}
      aria-label={text("application.nodeLabel", {
        name,
        out: listed(out.map(({ toName }) => toName)),
        in: listed(into.map(({ fromName }) => fromName)),
      })}
      className={styles.node}
      onClick={() => onOpen(id)}
      onKeyDown={onKeyDown}
      onFocus={() => onLight(id)}
      onBlur={() => onLight(null)}
      onMouseEnter={() => onLight(id)}
      onMouseLeave={() => onLight(null)}
    >
      <rect x={x} y={y} width={boxWidth} height={boxHeight} rx={4} className={styles.box} />
      <text className={styles.name}>
        {lines.map((words, at) => (
          <tspan
            key={words}
            x={x + boxWidth / 2}
            y={y + boxHeight / 2 + 5 + (at - (lines.length - 1) / 2) * 15}
          >
            {words}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** One or two lines as they fit into a box; together they begin the name as the button is called. */
function linesOf(name: string): string[] {
  if (name.length <= lineLength) return [name];
  const end = name.lastIndexOf(" ", lineLength);
  const cut = end <= 0 ? lineLength : end + 1;
  return [name.slice(0, cut), name.slice(cut, cut + lineLength)];
}
