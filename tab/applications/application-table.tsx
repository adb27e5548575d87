import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ApplicationAnswer } from "../../src/contracts/application-contract";
import { type Text, useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import type { VirtualColumn } from "../shell/virtual-column";
import { VirtualTable } from "../shell/virtual-table";
import { DispositionMark, NoticeText, OwnerText, RatingMark } from "./application-marks";
import type { ApplicationView } from "./application-view";
import { OpenLink } from "./open-link";
import { sortableBy } from "./sort-button";

const useStyles = makeStyles({
  name: { display: "flex", flexDirection: "column", minWidth: 0 },
  /** On a phone rows are high enough for two lines, and nothing shows the rest of a name that is cut off. */
  line: {
    display: "block",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    [narrow]: {
      display: "-webkit-box",
      WebkitBoxOrient: "vertical",
      WebkitLineClamp: "2",
      whiteSpace: "normal",
      overflowWrap: "anywhere",
    },
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface TableProps {
  readonly applications: readonly ApplicationAnswer[];
  readonly view: ApplicationView;
  readonly onSort: (sort: Pick<ApplicationView, "sort" | "descending">) => void;
  readonly total: number;
  readonly onOpen: (id: string) => void;
  readonly onNearEnd: () => void;
}

const rowHeight = (width: number) => (width < 640 ? 88 : 60);

export function ApplicationTable({ applications, total, view, onSort, onOpen, onNearEnd }: TableProps) {
  const text = useText();
  const columns = useApplicationColumns(view, onSort, onOpen);
  return (
    <VirtualTable
      label={text("application.title")}
      items={applications}
      {...{ columns, total, rowHeight, onOpen, onNearEnd }}
    />
  );
}

function useApplicationColumns(
  view: ApplicationView,
  onSort: TableProps["onSort"],
  onOpen: TableProps["onOpen"],
): VirtualColumn<ApplicationAnswer>[] {
  const text = useText();
  const sortable = sortableBy(view, onSort);
  return [
    {
      key: "name",
      track: "minmax(0, 2.2fr)",
      from: 0,
      ...sortable("name", text("application.column.application")),
      cell: (application) => <NameCell application={application} onOpen={() => onOpen(application.id)} />,
    },
    {
      key: "lifecycle",
      track: "minmax(0, 1.1fr)",
      from: 960,
      ...sortable("lifecycle", text("application.field.lifecycle")),
      cell: ({ lifecycle }) => lifecycle && text(`application.lifecycle.${lifecycle}`),
    },
    {
      key: "owner",
      track: "minmax(0, 1.3fr)",
      from: 680,
      heading: text("application.column.owner"),
      cell: (application) => <OwnerText application={application} />,
    },
    {
      key: "notice",
      track: "minmax(0, 1.3fr)",
      from: 0,
      ...sortable("noticeDate", text("application.field.noticeDate")),
      cell: ({ contract }) => <NoticeText contract={contract} />,
    },
    {
      key: "disposition",
      track: "minmax(0, 1fr)",
      from: 680,
      heading: text("application.field.disposition"),
      cell: ({ disposition }) => <DispositionMark disposition={disposition} />,
    },
    {
      key: "legacy",
      track: "minmax(0, 1fr)",
      from: 680,
      heading: text("application.column.legacy"),
      cell: ({ legacyRating }) => <RatingMark rating={legacyRating} />,
    },
  ];
}

function NameCell({
  application,
  onOpen,
}: {
  readonly application: ApplicationAnswer;
  readonly onOpen: () => void;
}) {
  const text = useText();
  const styles = useStyles();
  return (
    <span className={styles.name}>
      <span className={styles.line} title={application.name}>
        <OpenLink name={application.name} onOpen={onOpen} tabIndex={-1} />
      </span>
      <span className={mergeClasses(styles.line, styles.quiet)} title={underName(application, text)}>
        {underName(application, text)}
      </span>
    </span>
  );
}

function underName({ kind, supplier }: ApplicationAnswer, text: Text): string {
  return `${text(`application.kind.${kind}`)} · ${supplier ?? text("application.noSupplier")}`;
}
