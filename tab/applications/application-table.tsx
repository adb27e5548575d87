import { makeStyles, tokens } from "@fluentui/react-components";
import type { ApplicationAnswer } from "../../src/contracts/application-contract";
import { type Text, useText } from "../language/use-text";
import { DispositionMark, NoticeText, OwnerText, RatingMark } from "./application-marks";
import type { ApplicationView } from "./application-view";
import { type Column, DataTable } from "./data-table";
import { OpenLink } from "./open-link";
import { sortableBy } from "./sort-button";

const useStyles = makeStyles({
  name: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface TableProps {
  readonly applications: readonly ApplicationAnswer[];
  readonly view: ApplicationView;
  readonly onSort: (sort: Pick<ApplicationView, "sort" | "descending">) => void;
  readonly onOpen: (id: string) => void;
}

export function ApplicationTable({ applications, view, onSort, onOpen }: TableProps) {
  const text = useText();
  const sortable = sortableBy(view, onSort);
  const columns: Column<ApplicationAnswer>[] = [
    {
      key: "name",
      ...sortable("name", text("application.column.application")),
      cell: (application) => <NameCell application={application} onOpen={() => onOpen(application.id)} />,
    },
    {
      key: "lifecycle",
      ...sortable("lifecycle", text("application.field.lifecycle")),
      room: "widest",
      cell: ({ lifecycle }) => lifecycle && text(`application.lifecycle.${lifecycle}`),
    },
    {
      key: "owner",
      heading: text("application.column.owner"),
      room: "wide",
      cell: (application) => <OwnerText application={application} />,
    },
    {
      key: "notice",
      ...sortable("noticeDate", text("application.field.noticeDate")),
      cell: ({ contract }) => <NoticeText contract={contract} />,
    },
    {
      key: "disposition",
      heading: text("application.field.disposition"),
      room: "wide",
      cell: ({ disposition }) => <DispositionMark disposition={disposition} />,
    },
    {
      key: "legacy",
      heading: text("application.column.legacy"),
      room: "wide",
      cell: ({ legacyRating }) => <RatingMark rating={legacyRating} />,
    },
  ];
  return <DataTable label={text("application.title")} columns={columns} items={applications} />;
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
      <OpenLink name={application.name} onOpen={onOpen} />
      <span className={styles.quiet}>{underName(application, text)}</span>
    </span>
  );
}

function underName({ kind, supplier }: ApplicationAnswer, text: Text): string {
  return `${text(`application.kind.${kind}`)} · ${supplier ?? text("application.noSupplier")}`;
}
