import { Combobox, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useText } from "../language/use-text";
import { matchTeams, type TeamOption } from "./team-tree";
import { useTeamOptions } from "./use-teams";

/** More would only be scrolled past; typing narrows. */
const mostShown = 150;

const useStyles = makeStyles({
  picker: { minWidth: 0 },
  list: { maxHeight: "min(320px, 60vh)" },
  option: { display: "flex", flexDirection: "column", minWidth: 0 },
  above: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface TeamPickerProps {
  readonly value: string | null;
  readonly onChange: (teamId: string | null) => void;
  /** Stands where nothing is chosen: any team in a filter, none in a form. */
  readonly placeholder: string;
  /** A field around it names it otherwise. */
  readonly label?: string;
  readonly className?: string | undefined;
  /** Starts with its list open and the focus in it. */
  readonly opened?: boolean;
}

/** A team by typing any part of its path. */
export function TeamPicker(props: TeamPickerProps) {
  const { value, onChange, placeholder, label, className, opened = false } = props;
  const text = useText();
  const styles = useStyles();
  const { options, loading } = useTeamOptions();
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = options.find((option) => option.id === value);
  const gone = value !== null && chosen === undefined && !loading;
  const matches = useMemo(() => matchTeams(options, typed ?? "").slice(0, mostShown), [options, typed]);
  const shown = chosen?.name ?? (gone ? text("inventory.teamGone") : "");
  const choose = (id: string | undefined) => {
    setTyped(null);
    onChange(id || null);
  };
  return (
    <Combobox
      className={className ?? styles.picker}
      listbox={{ className: styles.list }}
      {...(label === undefined ? {} : { "aria-label": label })}
      placeholder={placeholder}
      value={typed ?? shown}
      selectedOptions={value === null ? [] : [value]}
      clearable
      autoFocus={opened}
      defaultOpen={opened}
      clearIcon={{ "aria-label": text("inventory.clearChoice") }}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_, { optionValue }) => choose(optionValue)}
      onOpenChange={(_, { open }) => !open && setTyped(null)}
    >
      {matches.map((option) => (
        <Option key={option.id} value={option.id} text={option.name}>
          <TeamLine option={option} />
        </Option>
      ))}
      {matches.length === 0 && (
        <Option value="" text="" disabled>
          {text(loading ? "common.loading" : "inventory.teamNoMatch")}
        </Option>
      )}
    </Combobox>
  );
}

function TeamLine({ option }: { readonly option: TeamOption }) {
  const styles = useStyles();
  const above = option.depth === 0 ? "" : option.path.slice(0, -` › ${option.name}`.length);
  return (
    <span className={styles.option}>
      {option.name}
      {above !== "" && <span className={styles.above}>{above}</span>}
    </span>
  );
}
