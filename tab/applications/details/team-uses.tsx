import { Button } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type ApplicationDetailAnswer,
  deleteApplicationTeam,
} from "../../../src/contracts/application-contract";
import { call } from "../../call";
import { Section } from "../../inventory/details/section";
import { useFocusReturn } from "../../inventory/use-focus-return";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { ProblemMessage } from "../../shell/problem-message";
import { readApplicationsAgain } from "../application-cache";
import { LineList } from "./line-list";
import { TeamUseDialog } from "./team-use-dialog";

type Use = ApplicationDetailAnswer["teams"][number];

/** Which teams use an application and how. */
export function TeamUses({ application }: { readonly application: ApplicationDetailAnswer }) {
  const text = useText();
  const client = useQueryClient();
  const words = useUseWords();
  const [changed, setChanged] = useState<Use | "new" | null>(null);
  const rememberOpener = useFocusReturn(changed !== null);
  const change = (use: Use | "new") => {
    rememberOpener();
    setChanged(use);
  };
  const stop = useMutation({
    mutationFn: (teamId: string) => call(deleteApplicationTeam, { params: { id: application.id, teamId } }),
    onSuccess: () => readApplicationsAgain(client),
  });
  return (
    <Section title={text("application.sectionTeams")}>
      {stop.error !== null && <ProblemMessage title={text("inventory.actionFailed")} problem={stop.error} />}
      <LineList
        empty={text("application.noTeams")}
        add={text("application.addTeam")}
        onAdd={() => change("new")}
        items={application.teams.map((use) => ({
          key: use.teamId,
          first: use.teamName,
          second: words(use),
          actions: (
            <>
              <Button
                size="small"
                appearance="subtle"
                icon={<EditRegular />}
                aria-label={text("application.changeTeam", { name: use.teamName })}
                onClick={() => change(use)}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={text("application.stopUse", { name: use.teamName })}
                disabledFocusable={stop.isPending}
                onClick={() => stop.mutate(use.teamId)}
              />
            </>
          ),
        }))}
      />
      {changed !== null && (
        <TeamUseDialog
          applicationId={application.id}
          use={changed === "new" ? null : changed}
          onClose={() => setChanged(null)}
        />
      )}
    </Section>
  );
}

function useUseWords(): (use: Use) => string {
  const text = useText();
  const format = useFormat();
  return ({ use, criticality, userCount }) => {
    const people =
      userCount === null
        ? text("application.peopleUnknown")
        : text("application.people", { count: userCount, number: format.number(userCount) });
    const parts = [
      text(`application.use.${use}`),
      criticality && text(`application.criticality.${criticality}`),
    ];
    return [...parts.filter((part) => part !== null), people].join(" · ");
  };
}
