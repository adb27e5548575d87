import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { LicenceOverviewAnswer } from "../../src/contracts/licence-contract";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ConfirmDialog } from "../shell/confirm-dialog";
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
        <ConfirmDialog
          busy={approve.isPending}
          title={text("licence.sync.waiting.sure", { gone })}
          action={text("licence.sync.waiting.approve")}
          cancel={text("common.cancel")}
          onConfirm={go}
          onCancel={() => setAsking(false)}
        >
          {text("licence.sync.waiting.text")}
        </ConfirmDialog>
      )}
    </TeamCard>
  );
}
