import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { TeamCard } from "../teams/team-card";
import { TeamLink } from "../teams/team-link";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyle: "none" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Query<T> {
  readonly data: T | undefined;
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
  refetch(): unknown;
}

interface Props<T, Item> {
  readonly title: string;
  /** Said where there is nothing. */
  readonly none: string;
  readonly query: Query<T>;
  readonly itemsOf: (data: T) => readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly line: (item: Item) => ReactNode;
  /** Where all of it is. */
  readonly all: { readonly to: string; readonly words: string };
}

/** A few lines of one kind, and the way to all of them. */
export function HomeList<T, Item>({ title, none, query, itemsOf, keyOf, line, all }: Props<T, Item>) {
  const styles = useStyles();
  const items = query.data === undefined ? [] : itemsOf(query.data);
  return (
    <TeamCard title={title} aside={<TeamLink to={all.to}>{all.words}</TeamLink>}>
      {query.isPending && <LoadingState rows={3} rowHeight={40} />}
      {query.isError && query.data === undefined && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && items.length === 0 && <Text className={styles.quiet}>{none}</Text>}
      {items.length > 0 && (
        <ul className={styles.list} aria-label={title}>
          {items.map((item) => (
            <li key={keyOf(item)}>{line(item)}</li>
          ))}
        </ul>
      )}
    </TeamCard>
  );
}
