import { Button, Combobox, Field, Input, makeStyles, Option, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { getPerson } from "../../src/contracts/person-contract";
import { listSuppliers } from "../../src/contracts/supplier-contract";
import { isDay } from "../../src/domain/instant";
import { matchKey } from "../../src/domain/match-key";
import { call } from "../call";
import { PersonPicker } from "../inventory/person-picker";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import type { ApplicationView } from "./application-view";

const useStyles = makeStyles({
  toggle: { alignSelf: "flex-start" },
  row: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(200px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
    flexBasis: "100%",
    minWidth: 0,
  },
  control: { minWidth: 0 },
});

interface FiltersProps {
  readonly view: ApplicationView;
  readonly onChange: (change: Partial<ApplicationView>) => void;
}

/** Filters that are asked for less often; open while one of them is set. */
export function MoreFilters({ view, onChange }: FiltersProps) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const id = useId();
  const set = view.owner !== null || view.supplier !== null || view.endsBefore !== null;
  const [wanted, setWanted] = useState(set);
  const open = wanted || set;
  return (
    <>
      <Button
        className={styles.toggle}
        appearance="subtle"
        icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
        aria-expanded={open}
        aria-controls={id}
        disabledFocusable={set}
        onClick={() => setWanted(!wanted)}
      >
        {text("application.moreFilters")}
      </Button>
      {open && (
        <div id={id} className={styles.row}>
          <OwnerFilter view={view} onChange={onChange} />
          {can["supplier.read"] && <SupplierFilter view={view} onChange={onChange} />}
          <Field label={text("application.endsBefore")}>
            <Input
              type="date"
              className={styles.control}
              value={view.endsBefore ?? ""}
              onChange={(_, { value }) =>
                (value === "" || isDay(value)) && onChange({ endsBefore: value || null })
              }
            />
          </Field>
        </div>
      )}
    </>
  );
}

function OwnerFilter({ view: { owner }, onChange }: FiltersProps) {
  const text = useText();
  const named = useQuery({
    queryKey: ["people", "name", owner],
    queryFn: ({ signal }) => call(getPerson, { params: { id: owner ?? "" } }, { signal }),
    enabled: owner !== null,
    retry: false,
  });
  const name = named.data?.name ?? text(named.isError ? "common.unknown" : "common.loading");
  return (
    <Field label={text("application.ownerFilter")}>
      <PersonPicker
        value={owner === null ? null : { id: owner, name }}
        onChange={(person) => onChange({ owner: person?.id ?? null })}
      />
    </Field>
  );
}

function SupplierFilter({ view: { supplier }, onChange }: FiltersProps) {
  const text = useText();
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ["applications", "suppliers"],
    queryFn: ({ signal }) => call(listSuppliers, {}, { signal }),
  });
  const all = data?.items ?? [];
  const shown = all.filter(({ name }) => matchKey(name).includes(matchKey(typed ?? "")));
  const chosen = all.find(({ id }) => id === supplier);
  return (
    <Field label={text("application.field.supplier")}>
      <Combobox
        className={styles.control}
        placeholder={text("application.anySupplier")}
        clearable
        clearIcon={{ "aria-label": text("inventory.clearChoice") }}
        value={typed ?? chosen?.name ?? (supplier === null ? "" : text("common.unknown"))}
        selectedOptions={supplier === null ? [] : [supplier]}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_, { optionValue }) => {
          setTyped(null);
          onChange({ supplier: all.find(({ id }) => id === optionValue)?.id ?? null });
        }}
        onOpenChange={(_, { open }) => !open && setTyped(null)}
      >
        {shown.map(({ id, name }) => (
          <Option key={id} value={id} text={name}>
            {name}
          </Option>
        ))}
        {shown.length === 0 && (
          <Option value="" text="" disabled>
            {text("common.noMatches")}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
