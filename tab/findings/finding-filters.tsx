import { Checkbox, makeStyles, Select, tokens } from "@fluentui/react-components";
import { findingKinds, severities } from "../../src/domain/finding/finding";
import { useText } from "../language/use-text";
import { type FindingView, shownStates } from "./finding-view";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  choice: { flex: "0 1 220px", minWidth: "140px" },
});

interface Props {
  readonly view: FindingView;
  readonly mayOwn: boolean;
  readonly onChange: (change: Partial<FindingView>) => void;
}

export function FindingFilters({ view, mayOwn, onChange }: Props) {
  const styles = useStyles();
  const text = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know <search> yet
    <div role="search" aria-label={text("finding.title")} className={styles.row}>
      <Select
        className={styles.choice}
        aria-label={text("finding.kind")}
        value={view.kind ?? ""}
        onChange={(_, { value }) => onChange({ kind: findingKinds.find((one) => one === value) ?? null })}
      >
        <option value="">{text("finding.anyKind")}</option>
        {findingKinds.map((kind) => (
          <option key={kind} value={kind}>
            {text(`finding.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <Select
        className={styles.choice}
        aria-label={text("finding.severity")}
        value={view.severity ?? ""}
        onChange={(_, { value }) => onChange({ severity: severities.find((one) => one === value) ?? null })}
      >
        <option value="">{text("finding.anySeverity")}</option>
        {[...severities].reverse().map((severity) => (
          <option key={severity} value={severity}>
            {text(`finding.severity.${severity}`)}
          </option>
        ))}
      </Select>
      <Select
        className={styles.choice}
        aria-label={text("finding.state")}
        value={view.state}
        onChange={(_, { value }) => onChange({ state: shownStates.find((one) => one === value) ?? "active" })}
      >
        {shownStates.map((state) => (
          <option key={state} value={state}>
            {text(`finding.state.${state}`)}
          </option>
        ))}
      </Select>
      {mayOwn && (
        <Checkbox
          label={text("finding.mine")}
          checked={view.mine}
          onChange={(_, { checked }) => onChange({ mine: checked === true })}
        />
      )}
    </div>
  );
}
