import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useDeferredValue, useId, useState } from "react";
import type { DirectoryGroupAnswer } from "../../../src/contracts/home-team-contract";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { useGroups } from "./use-home-team";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0, maxWidth: "560px" },
  list: { margin: 0, padding: 0, listStyle: "none" },
  group: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  buttons: { display: "flex", gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface GroupChoiceProps {
  readonly chosen: readonly DirectoryGroupAnswer[];
  readonly readOnly: boolean;
  readonly onChange: (chosen: readonly DirectoryGroupAnswer[]) => void;
}

/** Groups in the order in which they count, and a search for more. */
export function GroupChoice({ chosen, readOnly, onChange }: GroupChoiceProps) {
  const text = useText();
  const styles = useStyles();
  const heading = useId();
  const without = (id: string) => chosen.filter((group) => group.id !== id);
  const moveUp = (at: number) => {
    const [group, above] = [chosen[at], chosen[at - 1]];
    if (group && above) onChange(chosen.with(at - 1, group).with(at, above));
  };
  return (
    <div className={styles.root}>
      <Text id={heading} weight="semibold">
        {text("sync.home.groups")}
      </Text>
      {chosen.length === 0 && <Text className={styles.quiet}>{text("sync.home.noneChosen")}</Text>}
      <ol className={styles.list} aria-labelledby={heading}>
        {chosen.map((group, at) => (
          <Group key={group.id} group={group}>
            {!readOnly && at > 0 && (
              <Button
                size="small"
                aria-label={text("sync.home.groupUp", { name: group.name })}
                onClick={() => moveUp(at)}
              >
                ↑
              </Button>
            )}
            {!readOnly && (
              <Button
                size="small"
                aria-label={text("sync.home.removeGroup", { name: group.name })}
                onClick={() => onChange(without(group.id))}
              >
                {text("sync.home.remove")}
              </Button>
            )}
          </Group>
        ))}
      </ol>
      {!readOnly && <Finder chosen={chosen} onAdd={(group) => onChange([...chosen, group])} />}
    </div>
  );
}

function Group({
  group,
  children,
}: {
  readonly group: DirectoryGroupAnswer;
  readonly children: React.ReactNode;
}) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { name, people, hidden } = group;
  const unknown = text(hidden ? "sync.home.groupHidden" : "sync.home.groupUnknown");
  return (
    <li className={styles.group}>
      <span className={styles.words}>
        <Text>{name}</Text>
        <Text size={200} className={styles.quiet}>
          {people === null
            ? unknown
            : text("sync.home.groupPeople", { count: people, total: format.number(people) })}
        </Text>
      </span>
      <span className={styles.buttons}>{children}</span>
    </li>
  );
}

interface FinderProps {
  readonly chosen: readonly DirectoryGroupAnswer[];
  readonly onAdd: (group: DirectoryGroupAnswer) => void;
}

function Finder({ chosen, onAdd }: FinderProps) {
  const text = useText();
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const groups = useGroups(search);
  const found = (groups.data?.items ?? []).filter(({ id }) => !chosen.some((group) => group.id === id));
  return (
    <div>
      <Field label={text("sync.home.findGroup")} hint={text("sync.home.findGroupHint")}>
        <Input value={typed} maxLength={100} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <ul className={styles.list}>
        {found.map((group) => (
          <Group key={group.id} group={group}>
            <Button
              size="small"
              aria-label={text("sync.home.addGroup", { name: group.name })}
              onClick={() => onAdd(group)}
            >
              {text("sync.home.add")}
            </Button>
          </Group>
        ))}
      </ul>
      {groups.data?.items.length === 0 && search !== "" && (
        <Text className={styles.quiet}>{text("sync.home.noGroup")}</Text>
      )}
    </div>
  );
}
