import { makeStyles, SearchBox, Subtitle2, Text, Title1, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { LocalPersonAnswer } from "../../src/contracts/local-contract";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { ProductMark } from "../shell/product-mark";
import { PersonaList } from "./persona-list";
import { useSession } from "./session";
import { useLocalPeople } from "./use-local-people";

const useStyles = makeStyles({
  root: {
    boxSizing: "border-box",
    maxWidth: "880px",
    margin: "0 auto",
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    display: "grid",
    gap: tokens.spacingVerticalL,
  },
  mark: { width: "40px", height: "40px" },
  title: { margin: 0 },
  search: { maxWidth: "none", width: "100%" },
  group: { display: "grid", gap: tokens.spacingVerticalS },
  heading: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Local mode's door: one chooses whom to be. */
export function PersonaPicker() {
  const styles = useStyles();
  const text = useText();
  const { actions } = useSession();
  const [search, setSearch] = useState("");
  const [refused, setRefused] = useState<unknown>(null);
  const people = useLocalPeople(search);
  const signIn = (person: LocalPersonAnswer) => {
    setRefused(null);
    actions.signInAs(person.id).catch(setRefused);
  };
  return (
    <main className={styles.root}>
      <ProductMark className={styles.mark} />
      <Title1 as="h1" className={styles.title}>
        {text("shell.picker.title")}
      </Title1>
      <Text>{text("shell.picker.text")}</Text>
      <SearchBox
        className={styles.search}
        size="large"
        value={search}
        onChange={(_, { value }) => setSearch(value)}
        aria-label={text("shell.picker.search")}
        placeholder={text("shell.picker.search")}
      />
      {refused !== null && <ProblemMessage problem={refused} title={text("shell.picker.failed")} />}
      {people.state === "loading" && <LoadingState rows={5} rowHeight={64} />}
      {people.state === "failed" && <ErrorState problem={people.problem} onRetry={people.retry} />}
      {people.state === "loaded" && <Groups people={people.items} onChoose={signIn} />}
    </main>
  );
}

interface GroupsProps {
  readonly people: readonly LocalPersonAnswer[];
  readonly onChoose: (person: LocalPersonAnswer) => void;
}

function Groups({ people, onChoose }: GroupsProps) {
  const styles = useStyles();
  const text = useText();
  const hasRole = ({ roles, manages }: LocalPersonAnswer) => roles.length > 0 || manages.length > 0;
  const groups = [
    { title: text("shell.picker.withRole"), members: people.filter(hasRole) },
    { title: text("shell.picker.everybody"), members: people.filter((person) => !hasRole(person)) },
  ];
  return (
    <>
      <Text role="status" size={200}>
        {people.length === 0
          ? text("shell.picker.none")
          : text("shell.picker.shown", { count: people.length })}
      </Text>
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ title, members }) => (
          <section key={title} className={styles.group}>
            <Subtitle2 as="h2" className={styles.heading}>
              {title}
            </Subtitle2>
            <PersonaList people={members} onChoose={onChoose} />
          </section>
        ))}
    </>
  );
}
