import { Checkbox, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { problemKinds } from "../../src/domain/device-problem";
import { TeamPicker } from "../inventory/team-picker";
import { useText } from "../language/use-text";
import { type ReportView, shownStates } from "./report-view";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  search: { flex: "1 1 220px", minWidth: 0 },
  choice: { flex: "1 1 150px", minWidth: 0 },
});

interface ReportFiltersProps {
  readonly view: ReportView;
  readonly mayOwn: boolean;
  readonly onChange: (change: Partial<ReportView>) => void;
}

export function ReportFilters({ view, mayOwn, onChange }: ReportFiltersProps) {
  const text = useText();
  const styles = useStyles();
  const stateWord = (state: ReportView["state"]) =>
    state === "to-do"
      ? text("report.toDo")
      : state === "all"
        ? text("report.all")
        : text(`device.problemState.${state}`);
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know <search> yet
    <div role="search" aria-label={text("inventory.filters")} className={styles.row}>
      <Input
        className={styles.search}
        type="search"
        contentBefore={<SearchRegular aria-hidden />}
        aria-label={text("report.search")}
        placeholder={text("report.searchPlaceholder")}
        value={view.search}
        onChange={(_, { value }) => onChange({ search: value.slice(0, 200) })}
      />
      <Select
        className={styles.choice}
        aria-label={text("report.state")}
        value={view.state}
        onChange={(_, { value }) => onChange({ state: shownStates.find((one) => one === value) ?? "to-do" })}
      >
        {shownStates.map((state) => (
          <option key={state} value={state}>
            {stateWord(state)}
          </option>
        ))}
      </Select>
      <Select
        className={styles.choice}
        aria-label={text("report.kind")}
        value={view.kind ?? ""}
        onChange={(_, { value }) => onChange({ kind: problemKinds.find((one) => one === value) ?? null })}
      >
        <option value="">{text("report.anyKind")}</option>
        {problemKinds.map((kind) => (
          <option key={kind} value={kind}>
            {text(`device.problem.${kind}`)}
          </option>
        ))}
      </Select>
      <TeamPicker
        className={styles.choice}
        label={text("report.field.team")}
        placeholder={text("inventory.anyTeam")}
        value={view.team}
        onChange={(team) => onChange({ team })}
      />
      {mayOwn && (
        <Checkbox
          label={text("report.mine")}
          checked={view.mine}
          onChange={(_, { checked }) => onChange({ mine: checked === true })}
        />
      )}
    </div>
  );
}
