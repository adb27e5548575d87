import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { BoxRegular } from "@fluentui/react-icons/svg/box";
import { useMemo, useState } from "react";
import type { IntegrationAnswer } from "../../../src/contracts/integration-contract";
import { Choice } from "../../inventory/filter-fields";
import { useText } from "../../language/use-text";
import { EmptyState } from "../../shell/empty-state";
import { ErrorState } from "../../shell/error-state";
import { LoadingState } from "../../shell/loading-state";
import { ApplicationFrame } from "../application-frame";
import { type Column, DataTable } from "../data-table";
import { OpenLink } from "../open-link";
import { useIntegrations } from "../use-applications";
import { useOpened } from "../use-opened";
import { IntegrationMap } from "./integration-map";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  around: { minWidth: "min(280px, 100%)" },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** What goes from which application to which: a picture and the same in a table. */
export function IntegrationsPage() {
  const text = useText();
  const opened = useOpened();
  const query = useIntegrations();
  return (
    <ApplicationFrame
      title={text("application.integrationsTitle")}
      intro={text("application.integrationsIntro")}
      opened={opened}
    >
      {query.isPending && <LoadingState rows={6} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && (
        <EmptyState
          icon={<BoxRegular />}
          title={text("application.integrationsEmpty")}
          text={text("application.integrationsEmptyText")}
        />
      )}
      {query.data && query.data.length > 0 && <Integrations integrations={query.data} onOpen={opened.open} />}
    </ApplicationFrame>
  );
}

interface IntegrationsProps {
  readonly integrations: readonly IntegrationAnswer[];
  readonly onOpen: (id: string) => void;
}

function Integrations({ integrations, onOpen }: IntegrationsProps) {
  const text = useText();
  const styles = useStyles();
  const [around, setAround] = useState<string | null>(null);
  const names = useMemo(() => namesIn(integrations), [integrations]);
  const shown = useMemo(
    () => integrations.filter(({ fromId, toId }) => around === null || fromId === around || toId === around),
    [integrations, around],
  );
  return (
    <>
      <div className={styles.bar}>
        <Choice
          className={styles.around}
          label={text("application.around")}
          any={text("application.allApplications")}
          values={[...names.keys()]}
          word={(id) => names.get(id) ?? id}
          value={around}
          onChange={setAround}
        />
        <Text size={200} className={styles.hint}>
          {text("application.mapHint")}
        </Text>
      </div>
      <IntegrationMap integrations={shown} onOpen={onOpen} />
      <IntegrationTable integrations={shown} onOpen={onOpen} />
    </>
  );
}

function IntegrationTable({ integrations, onOpen }: IntegrationsProps) {
  const text = useText();
  const columns: Column<IntegrationAnswer>[] = [
    {
      key: "from",
      heading: text("application.field.fromId"),
      cell: ({ fromId, fromName }) => <OpenLink name={fromName} onOpen={() => onOpen(fromId)} />,
    },
    {
      key: "to",
      heading: text("application.field.toId"),
      cell: ({ toId, toName }) => <OpenLink name={toName} onOpen={() => onOpen(toId)} />,
    },
    { key: "data", heading: text("application.field.data"), cell: ({ data }) => data },
    {
      key: "method",
      heading: text("application.field.method"),
      room: "wide",
      cell: ({ method }) => text(`application.method.${method}`),
    },
    {
      key: "notes",
      heading: text("application.field.notes"),
      room: "widest",
      cell: ({ notes }) => notes,
    },
  ];
  return <DataTable label={text("application.integrationsTitle")} columns={columns} items={integrations} />;
}

/** Names by id, in alphabetical order. */
function namesIn(integrations: readonly IntegrationAnswer[]): ReadonlyMap<string, string> {
  const pairs = integrations.flatMap(({ fromId, fromName, toId, toName }): [string, string][] => [
    [fromId, fromName],
    [toId, toName],
  ]);
  return new Map(pairs.sort(([, one], [, other]) => one.localeCompare(other, "cy")));
}
