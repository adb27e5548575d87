import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { CallProblem } from "../call-problem";
import { ErrorState } from "./error-state";
import { keptSearch } from "./kept-address";
import { LoadingState } from "./loading-state";
import { NotFoundPage } from "./not-found-page";

const useStyles = makeStyles({
  back: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    marginBottom: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    ":hover": { textDecorationLine: "underline" },
    "@media print": { display: "none" },
  },
});

interface OneRecordProps<T> {
  readonly query: UseQueryResult<T, Error>;
  /** Where the record is listed. */
  readonly backTo: string;
  readonly backText: string;
  readonly children: (record: T) => ReactNode;
}

/** A page about one record: the way back, and the record as soon as it is there. */
export function OneRecord<T>({ query, backTo, backText, children }: OneRecordProps<T>) {
  const styles = useStyles();
  const { search } = useLocation();
  if (query.error instanceof CallProblem && query.error.status === 404) return <NotFoundPage />;
  return (
    <>
      <Link className={styles.back} to={{ pathname: backTo, search: keptSearch(search) }}>
        <ArrowLeftRegular aria-hidden="true" /> {backText}
      </Link>
      {query.isPending && <LoadingState rows={4} rowHeight={64} />}
      {query.isError && query.data === undefined && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && children(query.data)}
    </>
  );
}
