import type { RolloutDetailsAnswer } from "../../src/contracts/rollout-contract";
import { type Column, DataTable } from "../applications/data-table";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";

type Champion = RolloutDetailsAnswer["champions"][number] & { readonly id: string };

/** Who helps others, and in which team. */
export function ChampionSection({ champions }: { readonly champions: RolloutDetailsAnswer["champions"] }) {
  const text = useText();
  const columns: Column<Champion>[] = [
    {
      key: "person",
      heading: text("rollout.column.person"),
      cell: ({ personName }) => personName ?? text("rollout.somebody"),
    },
    { key: "team", heading: text("rollout.column.team"), cell: ({ teamName }) => teamName ?? "–" },
  ];
  const items = champions.map((champion) => ({ ...champion, id: champion.personId }));
  return (
    <Section level={2} title={text("rollout.champions")}>
      {items.length === 0 ? (
        <span>{text("rollout.noChampions")}</span>
      ) : (
        <DataTable label={text("rollout.champions")} columns={columns} items={items} />
      )}
    </Section>
  );
}
