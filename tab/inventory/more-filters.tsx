import {
  Button,
  Field,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from "@fluentui/react-components";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import { useText } from "../language/use-text";
import {
  AcceptanceFilter,
  ArchivedFilter,
  DisposalFilter,
  type FilterProps,
  LabelFilter,
  OsSupportFilter,
  ReplacementFilter,
} from "./filter-fields";

const useStyles = makeStyles({
  button: { flexShrink: 0, whiteSpace: "nowrap" },
  surface: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: "240px" },
});

/** The filters that fewer people need, so that the row stays short. */
export function MoreFilters(props: FilterProps) {
  const text = useText();
  const styles = useStyles();
  const { label, acceptance, archived, disposal, osSupport, replacement } = props.view;
  const count = [label, acceptance, archived, disposal, osSupport, replacement].filter(
    (filter) => filter !== null,
  ).length;
  const words = count === 0 ? text("inventory.moreFilters") : text("inventory.moreFiltersActive", { count });
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.button} icon={<FilterRegular />}>
          {words}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={text("inventory.moreFilters")}>
        <Field label={text("device.field.label")}>
          <LabelFilter {...props} />
        </Field>
        <Field label={text("device.field.acceptance")}>
          <AcceptanceFilter {...props} />
        </Field>
        <Field label={text("inventory.sectionDisposal")}>
          <DisposalFilter {...props} />
        </Field>
        <Field label={text("device.field.osSupport")}>
          <OsSupportFilter {...props} />
        </Field>
        <Field label={text("device.field.replacement")}>
          <ReplacementFilter {...props} />
        </Field>
        <ArchivedFilter {...props} />
      </PopoverSurface>
    </Popover>
  );
}
