import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { FindingAnswer } from "../../src/contracts/finding-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { Fact, Facts } from "../shell/facts";
import { LoadingState } from "../shell/loading-state";
import { FindingBadges } from "./finding-badges";
import { FindingEvidence } from "./finding-evidence";
import { FindingSteps } from "./finding-steps";
import { useFinding } from "./use-findings";

const useStyles = makeStyles({ action: { margin: `0 0 ${tokens.spacingVerticalM}` } });

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** One finding: what it is, what shows it, and what can be decided. */
export function FindingDialog({ id, onClose }: Props) {
  const styles = useStyles();
  const text = useText();
  const { can } = useMe();
  const finding = useFinding(id);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{finding.data?.title ?? text("finding.title")}</DialogTitle>
          <DialogContent>
            {finding.isPending && <LoadingState rows={4} />}
            {finding.isError && finding.data === undefined && (
              <ErrorState problem={finding.error} onRetry={() => void finding.refetch()} />
            )}
            {finding.data && (
              <>
                <p className={styles.action}>{finding.data.action}</p>
                <FindingFacts finding={finding.data} />
                <FindingEvidence finding={finding.data} />
                {can["finding.change"] && <FindingSteps key={finding.data.etag} finding={finding.data} />}
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.close")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function FindingFacts({ finding }: { readonly finding: FindingAnswer }) {
  const text = useText();
  const format = useFormat();
  const { monthlySaving, savesFrom, actBy, decidedAt, decidedByName, reason } = finding;
  const amount = monthlySaving && format.money(monthlySaving);
  return (
    <Facts>
      <Fact name={text("finding.severity")}>
        <FindingBadges {...finding} />
      </Fact>
      {amount !== null && (
        <Fact name={text("finding.field.saving")}>
          {savesFrom === null
            ? text("finding.monthly", { amount })
            : text("finding.field.savesFrom", { amount, day: format.date(savesFrom) })}
        </Fact>
      )}
      {actBy !== null && <Fact name={text("finding.field.actBy")}>{format.date(actBy)}</Fact>}
      <Fact name={text("finding.field.owner")}>{finding.ownerName ?? text("finding.nobodys")}</Fact>
      <Fact name={text("finding.field.firstSeen")}>{format.relative(finding.firstSeenAt)}</Fact>
      {decidedAt !== null && (
        <Fact name={text("finding.field.decided")}>
          {decidedByName === null
            ? text("finding.field.decidedByItself", { when: format.relative(decidedAt) })
            : text("finding.field.decidedBy", { name: decidedByName, when: format.relative(decidedAt) })}
        </Fact>
      )}
      {reason !== null && <Fact name={text("finding.field.reason")}>{reason}</Fact>}
    </Facts>
  );
}
