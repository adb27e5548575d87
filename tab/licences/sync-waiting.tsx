import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
} from "@fluentui/react-components";
import { useState } from "react";
import type { LicenceOverviewAnswer } from "../../src/contracts/licence-contract";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ProblemMessage } from "../shell/problem-message";
import { TeamCard } from "../teams/team-card";
import { useApproveSync } from "./use-licences";

interface WaitingProps {
  readonly waiting: NonNullable<LicenceOverviewAnswer["waiting"]>;
}

/** So many people are gone that an administrator has to say that it is true; asked once more before it is done. */
export function SyncWaiting({ waiting: { syncId, gone, before } }: WaitingProps) {
  const text = useText();
  const { can } = useMe();
  const [asking, setAsking] = useState(false);
  const approve = useApproveSync();
  const go = () => {
    setAsking(false);
    approve.mutate(syncId);
  };
  return (
    <TeamCard title={text("licence.sync.waiting.title", { gone, before })}>
      <Text>{text("licence.sync.waiting.text")}</Text>
      {approve.error !== null && (
        <ProblemMessage title={text("licence.sync.waiting.failed")} problem={approve.error} />
      )}
      {can["graph-sync.run"] && (
        <div>
          <Button disabledFocusable={approve.isPending} onClick={() => setAsking(true)}>
            {text("licence.sync.waiting.approve")}
          </Button>
        </div>
      )}
      {asking && (
        <Dialog open modalType="alert" onOpenChange={(_, { open }) => setAsking(open)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{text("licence.sync.waiting.sure", { gone })}</DialogTitle>
              <DialogContent>{text("licence.sync.waiting.text")}</DialogContent>
              <DialogActions>
                <Button onClick={() => setAsking(false)}>{text("common.cancel")}</Button>
                <Button appearance="primary" onClick={go}>
                  {text("licence.sync.waiting.approve")}
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </TeamCard>
  );
}
