import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { useState } from "react";
import type { OverlapAnswer } from "../../src/contracts/licence-money-contract";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamOf } from "../people/people-table";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { TeamCard } from "../teams/team-card";
import { personPlace, TeamLink } from "../teams/team-link";
import { DemonstrationNote } from "./demonstration-note";
import { Amount } from "./licence-table";
import { WhenRead } from "./unread-licences";
import { useOverlapPeople, useOverlaps } from "./use-licence-money";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Plans that people hold beside a suite that gives all of them. */
export function OverlapsPage() {
  const { can } = useMe();
  return can["licence.read"] ? <Overlaps /> : <NotFoundPage />;
}

function Overlaps() {
  const text = useText();
  const query = useOverlaps();
  return (
    <>
      <PageHeader
        title={text("licenceMoney.overlaps.title")}
        intro={text("licenceMoney.overlaps.intro")}
        actions={<TeamLink to="/licences">{text("licence.back")}</TeamLink>}
      />
      {query.isPending && <LoadingState rows={4} />}
      {query.isError && query.data === undefined && (
        <ErrorState
          title={text("licenceMoney.overlaps.failed")}
          problem={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <WhenRead needs={["skus", "people"]}>
        {query.data?.items.length === 0 && (
          <EmptyState icon={<CheckmarkCircleRegular />} title={text("licenceMoney.overlaps.none")} />
        )}
        {query.data && query.data.items.length > 0 && <Found overlaps={query.data.items} />}
      </WhenRead>
    </>
  );
}

const keyOf = ({ skuId, withinSkuId }: OverlapAnswer) => `${skuId}/${withinSkuId}`;

function Found({ overlaps }: { readonly overlaps: readonly OverlapAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [open, setOpen] = useState<string | null>(null);
  const shown = overlaps.find((overlap) => keyOf(overlap) === open);
  const columns: Column<OverlapAnswer & { readonly id: string }>[] = [
    { key: "plan", heading: text("licenceMoney.overlaps.plan"), cell: ({ productName }) => productName },
    { key: "within", heading: text("licenceMoney.overlaps.within"), cell: ({ withinName }) => withinName },
    {
      key: "people",
      heading: text("licenceMoney.overlaps.people"),
      cell: (overlap) => (
        <Button
          size="small"
          aria-expanded={overlap.id === open}
          aria-label={text("licenceMoney.overlaps.showFor", {
            plan: overlap.productName,
            suite: overlap.withinName,
          })}
          onClick={() => setOpen(overlap.id === open ? null : overlap.id)}
        >
          {format.number(overlap.people)}
        </Button>
      ),
    },
    {
      key: "saving",
      heading: text("licenceMoney.overlaps.saving"),
      cell: ({ monthlySaving }) => <Amount money={monthlySaving} />,
    },
  ];
  const items = overlaps.map((overlap) => ({ ...overlap, id: keyOf(overlap) }));
  return (
    <div className={styles.parts}>
      <DemonstrationNote />
      <DataTable label={text("licenceMoney.overlaps.title")} columns={columns} items={items} />
      {shown && <Holders key={open} overlap={shown} />}
    </div>
  );
}

function Holders({ overlap }: { readonly overlap: OverlapAnswer }) {
  const text = useText();
  const styles = useStyles();
  const { skuId, withinSkuId, productName: plan, withinName: suite } = overlap;
  const query = useOverlapPeople(skuId, withinSkuId);
  const people = query.data?.people ?? [];
  const more = (query.data?.total ?? 0) - people.length;
  const title = text("licenceMoney.overlaps.showFor", { plan, suite });
  const columns: Column<(typeof people)[number] & { readonly id: string }>[] = [
    {
      key: "person",
      heading: text("licenceMoney.overlaps.person"),
      cell: ({ personId, name }) =>
        name === null ? (
          text("licenceMoney.overlaps.unknownPerson")
        ) : (
          <TeamLink to={personPlace(personId)}>{name}</TeamLink>
        ),
    },
    { key: "team", heading: text("person.field.teamId"), cell: ({ teamId }) => <TeamOf teamId={teamId} /> },
  ];
  return (
    <TeamCard title={title}>
      {query.isPending && <LoadingState rows={3} />}
      {query.isError && people.length === 0 && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {people.length > 0 && (
        <DataTable
          label={title}
          columns={columns}
          items={people.map((person) => ({ ...person, id: person.personId }))}
        />
      )}
      {more > 0 && (
        <span className={styles.quiet}>{text("licenceMoney.overlaps.more", { count: more })}</span>
      )}
    </TeamCard>
  );
}
