import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  Field,
  makeStyles,
  OverlayDrawer,
  Select,
  Switch,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { deviceSorts } from "../../src/domain/device-query";
import { useText } from "../language/use-text";
import { deviceColumns } from "./device-columns";
import {
  AcceptanceFilter,
  ArchivedFilter,
  DisposalFilter,
  type FilterProps,
  LabelFilter,
  OsSupportFilter,
  ReplacementFilter,
  StatusFilter,
  TypeFilter,
} from "./filter-fields";
import { defaultSort, noFilters } from "./list-view";
import { TeamPicker } from "./team-picker";

const useStyles = makeStyles({
  drawer: { height: "auto", maxHeight: "90dvh" },
  body: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  field: { minWidth: 0, width: "100%" },
  footer: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", whiteSpace: "nowrap" },
});

interface FilterDrawerProps extends FilterProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Filters and order on a phone. Each choice works at once, behind the drawer. */
export function FilterDrawer({ open, onClose, view, onChange }: FilterDrawerProps) {
  const text = useText();
  const styles = useStyles();
  const fields = { view, onChange, className: styles.field };
  return (
    <OverlayDrawer
      position="bottom"
      className={styles.drawer}
      open={open}
      onOpenChange={(_, data) => !data.open && onClose()}
      aria-label={text("inventory.filters")}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={text("common.close")}
              onClick={onClose}
            />
          }
        >
          {text("inventory.filters")}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <Field label={text("inventory.column.team")}>
          <TeamPicker
            className={styles.field}
            placeholder={text("inventory.anyTeam")}
            value={view.team}
            onChange={(team) => onChange({ team })}
          />
        </Field>
        <Field label={text("inventory.column.status")}>
          <StatusFilter {...fields} />
        </Field>
        <Field label={text("device.field.label")}>
          <LabelFilter {...fields} />
        </Field>
        <Field label={text("inventory.column.type")}>
          <TypeFilter {...fields} />
        </Field>
        <Field label={text("device.field.acceptance")}>
          <AcceptanceFilter {...fields} />
        </Field>
        <Field label={text("inventory.sectionDisposal")}>
          <DisposalFilter {...fields} />
        </Field>
        <Field label={text("device.field.osSupport")}>
          <OsSupportFilter {...fields} />
        </Field>
        <Field label={text("device.field.replacement")}>
          <ReplacementFilter {...fields} />
        </Field>
        <ArchivedFilter {...fields} />
        <SortFields {...fields} />
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        <Button appearance="subtle" onClick={() => onChange(noFilters)}>
          {text("inventory.clearFilters")}
        </Button>
        <Button appearance="primary" onClick={onClose}>
          {text("inventory.filtersShow")}
        </Button>
      </DrawerFooter>
    </OverlayDrawer>
  );
}

function SortFields({ view, onChange, className }: FilterProps) {
  const text = useText();
  const word = (sort: string) => {
    const column = deviceColumns.find((each) => each.sort === sort);
    return column ? text(`inventory.${column.heading}`) : sort;
  };
  return (
    <>
      <Field label={text("inventory.sortBy")}>
        <Select
          className={className ?? ""}
          value={view.sort}
          onChange={(_, { value }) =>
            onChange({ sort: deviceSorts.find((sort) => sort === value) ?? defaultSort })
          }
        >
          {deviceSorts.map((sort) => (
            <option key={sort} value={sort}>
              {word(sort)}
            </option>
          ))}
        </Select>
      </Field>
      <Switch
        label={text("inventory.sortDescending")}
        checked={view.descending}
        onChange={(_, { checked }) => onChange({ descending: checked })}
      />
    </>
  );
}
