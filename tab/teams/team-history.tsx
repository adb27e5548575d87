import { getTeamHistory } from "../../src/contracts/team-contract";
import type { FieldWords } from "../history/history-words";
import { RecordHistory } from "../history/record-history";
import { useHistory } from "../history/use-history";
import { useText } from "../language/use-text";
import { TeamCard } from "./team-card";
import { teamKeys } from "./use-team";

const fields: Readonly<Record<string, FieldWords>> = {
  name: { label: "person.field.name", value: "text" },
  parentId: { label: "person.field.parentId", value: "team" },
  managerIds: { label: "person.field.managerIds", value: "person" },
};

export function TeamHistory({ id }: { readonly id: string }) {
  const text = useText();
  const history = useHistory(getTeamHistory, id, teamKeys.history(id));
  return (
    <TeamCard title={text("person.teamHistory")}>
      <RecordHistory history={history} fields={fields} />
    </TeamCard>
  );
}
