import { Button } from "@fluentui/react-components";
import { CalendarRegular } from "@fluentui/react-icons/svg/calendar";
import { CalendarAddRegular } from "@fluentui/react-icons/svg/calendar-add";
import { useMemo, useState } from "react";
import { exportContracts } from "../../../src/contracts/export-contract";
import type { ContractAnswer } from "../../../src/contracts/supplier-contract";
import { ExportMenu } from "../../export/export-menu";
import { ImportButton } from "../../import/import-button";
import { Section } from "../../inventory/details/section";
import { localDay } from "../../inventory/device-facts";
import { useFocusReturn } from "../../inventory/use-focus-return";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { EmptyState } from "../../shell/empty-state";
import { ErrorState } from "../../shell/error-state";
import { LoadingState } from "../../shell/loading-state";
import { ApplicationFrame } from "../application-frame";
import { NoticeText } from "../application-marks";
import { type Column, DataTable } from "../data-table";
import { byNotice } from "../notice";
import { OpenLink } from "../open-link";
import { useEveryContract } from "../use-applications";
import { useOpened } from "../use-opened";
import { CalendarDialog } from "./calendar-dialog";
import { ContractTimeline } from "./contract-timeline";

/** Every contract by the last day on which notice can be given. */
export function ContractsPage() {
  const text = useText();
  const opened = useOpened();
  const query = useEveryContract();
  const [calendar, setCalendar] = useState(false);
  const rememberOpener = useFocusReturn(calendar);
  const openDialog = () => {
    rememberOpener();
    setCalendar(true);
  };
  const openCalendar = (
    <Button icon={<CalendarAddRegular />} onClick={openDialog}>
      {text("contractCalendar.open")}
    </Button>
  );
  return (
    <ApplicationFrame
      title={text("application.contractsTitle")}
      intro={text("application.contractsIntro")}
      actions={
        <>
          <ExportMenu endpoints={exportContracts} query={{ sort: "noticeDate" }} />
          <ImportButton kind="contracts" />
          {openCalendar}
        </>
      }
      opened={opened}
    >
      {calendar && <CalendarDialog onClose={() => setCalendar(false)} />}
      {query.isPending && <LoadingState rows={8} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && (
        <EmptyState icon={<CalendarRegular />} title={text("application.contractsEmpty")} />
      )}
      {query.data && query.data.length > 0 && (
        <>
          <ContractTimeline contracts={query.data} onOpen={opened.open} />
          <Groups contracts={query.data} onOpen={opened.open} />
        </>
      )}
    </ApplicationFrame>
  );
}

interface GroupsProps {
  readonly contracts: readonly ContractAnswer[];
  readonly onOpen: (id: string) => void;
}

function Groups({ contracts, onOpen }: GroupsProps) {
  const text = useText();
  const groups = useMemo(() => byNotice(contracts, localDay(new Date())), [contracts]);
  const titled = [
    { title: text("application.contractsUpcoming"), items: groups.upcoming },
    { title: text("application.contractsPassed"), items: groups.passed },
    { title: text("application.contractsUnknown"), items: groups.unknown },
  ];
  return titled.map(({ title, items }) => (
    <Section key={title} level={2} title={title}>
      {items.length === 0 ? (
        <span>{text("application.contractsNone")}</span>
      ) : (
        <ContractTable label={title} contracts={items} onOpen={onOpen} />
      )}
    </Section>
  ));
}

function ContractTable({ label, contracts, onOpen }: GroupsProps & { readonly label: string }) {
  const text = useText();
  const format = useFormat();
  const columns: Column<ContractAnswer>[] = [
    {
      key: "application",
      heading: text("application.column.application"),
      cell: ({ applicationId, applicationName }) => (
        <OpenLink name={applicationName} onOpen={() => onOpen(applicationId)} />
      ),
    },
    {
      key: "notice",
      heading: text("application.field.noticeDate"),
      cell: (contract) => <NoticeText contract={contract} />,
    },
    {
      key: "end",
      heading: text("application.field.contract.end"),
      room: "wide",
      cell: ({ end }) => format.date(end),
    },
    {
      key: "renewal",
      heading: text("application.field.contract.renewal"),
      room: "wide",
      cell: ({ renewal }) =>
        renewal === null ? text("common.unknown") : text(`application.renewal.${renewal}`),
    },
    {
      key: "supplier",
      heading: text("application.field.supplier"),
      room: "widest",
      cell: ({ supplier }) => supplier ?? text("application.noSupplier"),
    },
    {
      key: "value",
      heading: text("application.field.contract.value"),
      room: "wide",
      cell: ({ value }) => (value === null ? text("common.unknown") : format.money(value)),
    },
  ];
  return <DataTable label={label} columns={columns} items={contracts} />;
}
