import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { keptSearch } from "../shell/kept-address";

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "none",
    overflowWrap: "anywhere",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusSmall,
    },
  },
});

interface Props {
  readonly to: string;
  readonly filters?: Readonly<Record<string, string>>;
  /** -1 where something around it leads to the same place. */
  readonly tabIndex?: number;
  readonly children: ReactNode;
}

/** To another page; the chosen person and language stay in the address. */
export function TeamLink({ to, filters = {}, tabIndex = 0, children }: Props) {
  const styles = useStyles();
  const { search } = useLocation();
  const params = new URLSearchParams(keptSearch(search));
  for (const [name, value] of Object.entries(filters)) params.set(name, value);
  return (
    <Link className={styles.link} tabIndex={tabIndex} to={{ pathname: to, search: params.toString() }}>
      {children}
    </Link>
  );
}

/** The inventory with the devices of one team. */
export function inventoryOf(team: string, more: Readonly<Record<string, string>> = {}) {
  return { to: "/inventory", filters: { team, ...more } };
}

export function personPlace(id: string): string {
  return `/people/${encodeURIComponent(id)}`;
}
