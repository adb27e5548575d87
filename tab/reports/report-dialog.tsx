import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { DeviceProblemAnswer } from "../../src/contracts/device-problem-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { Fact, Facts } from "../shell/facts";
import { LoadingState } from "../shell/loading-state";
import { ReportDeviceLink } from "./report-device-link";
import { ReportStateBadge } from "./report-state";
import { ReportSteps } from "./report-steps";
import { deviceWords } from "./report-words";
import { useReport } from "./use-reports";

interface ReportDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One report: what is known of it, and what can be done. */
export function ReportDialog({ id, onClose }: ReportDialogProps) {
  const text = useText();
  const { can } = useMe();
  const report = useReport(id);
  const title = report.data ? text(`device.problem.${report.data.kind}`) : text("report.title");
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {report.isPending && <LoadingState rows={4} />}
            {report.isError && report.data === undefined && (
              <ErrorState problem={report.error} onRetry={() => void report.refetch()} />
            )}
            {report.data && <ReportFacts report={report.data} />}
            {report.data && can["device.change"] && <ReportSteps report={report.data} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.close")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function ReportFacts({ report }: { readonly report: DeviceProblemAnswer }) {
  const text = useText();
  const format = useFormat();
  return (
    <Facts>
      <Fact name={text("report.state")}>
        <ReportStateBadge state={report.state} />
      </Fact>
      <Fact name={text("report.field.device")}>
        {deviceWords(report, text)}
        {report.deviceId !== null && report.assetTag !== null && (
          <ReportDeviceLink deviceId={report.deviceId} />
        )}
      </Fact>
      {report.text !== null && <Fact name={text("report.field.words")}>{report.text}</Fact>}
      <Fact name={text("report.field.person")}>{report.personName}</Fact>
      <Fact name={text("report.field.when")}>
        {`${format.dateTime(report.raisedAt)} (${format.relative(report.raisedAt)})`}
      </Fact>
      <Fact name={text("report.field.team")}>{report.teamName ?? text("inventory.noTeam")}</Fact>
      <Fact name={text("report.field.owner")}>{report.ownerName ?? text("report.nobodys")}</Fact>
      {report.reason !== null && <Fact name={text("report.field.reason")}>{report.reason}</Fact>}
    </Facts>
  );
}
