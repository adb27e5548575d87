import { Button, makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { LaptopRegular } from "@fluentui/react-icons/svg/laptop";
import { useSearchParams } from "react-router";
import type {
  WaitingDeviceAnswer,
  WaitingDevicesAnswer,
} from "../../../src/contracts/waiting-device-contract";
import { type WaitingStanding, waitingStandings } from "../../../src/domain/graph-sync/device-sighting";
import { DataTable } from "../../applications/data-table";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { useMe } from "../../session/session";
import { EmptyState } from "../../shell/empty-state";
import { ErrorState } from "../../shell/error-state";
import { LoadingState } from "../../shell/loading-state";
import { NotFoundPage } from "../../shell/not-found-page";
import { PageHeader } from "../../shell/page-header";
import { ProblemMessage } from "../../shell/problem-message";
import { TeamLink } from "../../teams/team-link";
import { deviceHistoryFields } from "../details/device-history-fields";
import { NewDevices } from "./new-devices";
import { useDecideDevice, useWaitingDevices } from "./use-waiting-devices";
import { CandidateWords, Decision, DeviceWords } from "./waiting-cells";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  tabs: { overflowX: "auto" },
});

/** What Intune says of devices and cannot be decided without a person. */
export function IntunePage() {
  return useMe().can["graph-sync.read"] ? <Waiting /> : <NotFoundPage />;
}

function Waiting() {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [params, setParams] = useSearchParams();
  const standing = waitingStandings.find((one) => one === params.get("standing")) ?? "contested";
  const found = useWaitingDevices(standing);
  const [first] = found.data?.pages ?? [];
  const choose = (wanted: unknown) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      next.set("standing", String(wanted));
      return next;
    });
  return (
    <>
      <PageHeader
        title={text("sync.device.title")}
        intro={text("sync.device.intro")}
        actions={<TeamLink to="/inventory">{text("sync.device.back")}</TeamLink>}
      />
      {found.isPending && <LoadingState rows={6} />}
      {found.isError && first === undefined && (
        <ErrorState
          title={text("sync.device.failed")}
          problem={found.error}
          onRetry={() => void found.refetch()}
        />
      )}
      {first?.asOf === null && (
        <EmptyState
          icon={<LaptopRegular />}
          title={text("sync.device.neverTitle")}
          text={text("sync.device.neverText")}
        />
      )}
      {first && first.asOf !== null && (
        <div className={styles.parts}>
          <Text>{text("sync.device.asOf", { when: format.dateTime(first.asOf) })}</Text>
          <TabList
            className={styles.tabs}
            aria-label={text("sync.device.standing")}
            selectedValue={standing}
            onTabSelect={(_, { value }) => choose(value)}
          >
            {waitingStandings.map((one) => (
              <Tab key={one} value={one}>
                {text(`sync.device.standing.${one}`, { total: format.number(first.counts[one]) })}
              </Tab>
            ))}
          </TabList>
          <Devices standing={standing} pages={found.data?.pages ?? []} />
          {found.hasNextPage && (
            <div>
              <Button disabledFocusable={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {text("sync.device.more")}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  );
}

interface DevicesProps {
  readonly standing: WaitingStanding;
  readonly pages: readonly WaitingDevicesAnswer[];
}

function Devices({ standing, pages }: DevicesProps) {
  const text = useText();
  const devices = pages.flatMap(({ items }) => items);
  if (devices.length === 0) return <Text>{text(`sync.device.none.${standing}`)}</Text>;
  if (standing === "new") return <NewDevices devices={devices} />;
  const names = new Map(pages.flatMap((page) => Object.entries(page.names)));
  return <ToDecide devices={devices} names={names} />;
}

interface ToDecideProps {
  readonly devices: readonly WaitingDeviceAnswer[];
  readonly names: ReadonlyMap<string, string>;
}

function ToDecide({ devices, names }: ToDecideProps) {
  const text = useText();
  const format = useFormat();
  const { can } = useMe();
  const decide = useDecideDevice();
  const words = { text, format, fields: deviceHistoryFields, names };
  const decision = {
    key: "decision",
    heading: text("sync.device.column.decision"),
    cell: (device: WaitingDeviceAnswer) => (
      <Decision
        device={device}
        busy={decide.isPending}
        onDecide={(body) => decide.mutate({ id: device.id, body })}
      />
    ),
  };
  return (
    <>
      {decide.error !== null && (
        <ProblemMessage title={text("sync.device.decideFailed")} problem={decide.error} />
      )}
      <DataTable
        label={text("sync.device.title")}
        columns={[
          {
            key: "device",
            heading: text("sync.device.column.what"),
            cell: (device: WaitingDeviceAnswer) => <DeviceWords device={device} />,
          },
          {
            key: "candidates",
            heading: text("sync.device.column.candidates"),
            cell: (device: WaitingDeviceAnswer) => <CandidateWords device={device} words={words} />,
          },
          ...(can["device.change"] ? [decision] : []),
        ]}
        items={devices}
      />
    </>
  );
}
