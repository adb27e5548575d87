import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { BoxRegular } from "@fluentui/react-icons/svg/box";
import { useMemo, useState } from "react";
import type { ApplicationAnswer } from "../../../src/contracts/application-contract";
import { useText } from "../../language/use-text";
import { EmptyState } from "../../shell/empty-state";
import { ErrorState } from "../../shell/error-state";
import { LoadingState } from "../../shell/loading-state";
import { ApplicationFrame } from "../application-frame";
import { DispositionMark } from "../application-marks";
import { type Column, DataTable } from "../data-table";
import { OpenLink } from "../open-link";
import { useEveryApplication } from "../use-applications";
import { useOpened } from "../use-opened";
import { type Cell, portfolioOf } from "./portfolio";
import { PortfolioChart } from "./portfolio-chart";

const useStyles = makeStyles({
  beside: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 560px) minmax(0, 1fr)",
    gap: tokens.spacingHorizontalXL,
    alignItems: "start",
    "@media (max-width: 1000px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "32px",
    marginBottom: tokens.spacingVerticalS,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  /** Where the columns of the scores have left: their headings are the longest words of the table. */
  scores: { "@media (min-width: 721px)": { display: "none" } },
});

/** Functional against technical fit, as a picture and as a table. */
export function PortfolioPage() {
  const text = useText();
  const opened = useOpened();
  const query = useEveryApplication();
  return (
    <ApplicationFrame
      title={text("application.portfolioTitle")}
      intro={text("application.portfolioIntro")}
      opened={opened}
    >
      {query.isPending && <LoadingState rows={6} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && (
        <EmptyState icon={<BoxRegular />} title={text("application.emptyTitle")} />
      )}
      {query.data && query.data.length > 0 && <Portfolio applications={query.data} onOpen={opened.open} />}
    </ApplicationFrame>
  );
}

interface PortfolioProps {
  readonly applications: readonly ApplicationAnswer[];
  readonly onOpen: (id: string) => void;
}

function Portfolio({ applications, onOpen }: PortfolioProps) {
  const text = useText();
  const styles = useStyles();
  const { cells, unscored } = useMemo(() => portfolioOf(applications), [applications]);
  const [place, setPlace] = useState<string | null>(null);
  const chosen = cells.find((cell) => placeOf(cell) === place) ?? null;
  const shown = chosen?.applications ?? cells.flatMap((cell) => cell.applications);
  const choose = (cell: Cell<ApplicationAnswer>) => setPlace(placeOf(cell) === place ? null : placeOf(cell));
  const heading = chosen
    ? text("application.oneCell", { functional: chosen.functional, technical: chosen.technical })
    : text("application.allScored");
  return (
    <div className={styles.beside}>
      <div>
        {cells.length > 0 && <PortfolioChart cells={cells} chosen={chosen} onChoose={choose} />}
        {unscored.length > 0 && (
          <Text block className={styles.quiet}>
            {text("application.unscored", { count: unscored.length })}
          </Text>
        )}
      </div>
      <div>
        <div className={styles.head}>
          <Text weight="semibold" role="status">
            {heading}
          </Text>
          {chosen && (
            <Button size="small" onClick={() => setPlace(null)}>
              {text("application.showAll")}
            </Button>
          )}
        </div>
        <FitTable label={heading} applications={shown} onOpen={onOpen} />
      </div>
    </div>
  );
}

function FitTable({ label, applications, onOpen }: PortfolioProps & { readonly label: string }) {
  const text = useText();
  const styles = useStyles();
  const columns: Column<ApplicationAnswer>[] = [
    {
      key: "name",
      heading: text("application.column.application"),
      cell: ({ id, name, functionalFit, technicalFit }) => (
        <>
          <OpenLink name={name} onOpen={() => onOpen(id)} />
          <Text block size={200} className={mergeClasses(styles.quiet, styles.scores)}>
            {text("application.oneCell", { functional: functionalFit ?? "", technical: technicalFit ?? "" })}
          </Text>
        </>
      ),
    },
    {
      key: "functional",
      heading: text("application.field.functionalFit"),
      room: "wide",
      cell: ({ functionalFit }) => functionalFit,
    },
    {
      key: "technical",
      heading: text("application.field.technicalFit"),
      room: "wide",
      cell: ({ technicalFit }) => technicalFit,
    },
    {
      key: "disposition",
      heading: text("application.field.disposition"),
      cell: ({ disposition, dispositionSource }) => (
        <>
          <DispositionMark disposition={disposition} />
          {dispositionSource === "person" && (
            <Text block size={200} className={styles.quiet}>
              {text("application.judged")}
            </Text>
          )}
        </>
      ),
    },
  ];
  return <DataTable label={label} columns={columns} items={applications} />;
}

function placeOf({ functional, technical }: Cell<unknown>): string {
  return `${functional}/${technical}`;
}
