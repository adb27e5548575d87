import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { KitDeviceAnswer } from "../../src/contracts/my-contract";
import { toInstant } from "../../src/domain/instant";
import type { Format } from "../language/formatting";
import { useFormat } from "../language/use-format";
import { useText, type Text as Words } from "../language/use-text";
import { DeviceIcon } from "./device-icon";
import { deviceName } from "./device-name";

const useStyles = makeStyles({
  root: {
    boxSizing: "border-box",
    height: "100%",
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: "flex", gap: tokens.spacingHorizontalM, alignItems: "flex-start" },
  icon: {
    display: "grid",
    placeItems: "center",
    flexShrink: 0,
    width: "44px",
    height: "44px",
    fontSize: "24px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
  },
  name: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: "anywhere" },
  tag: { color: tokens.colorNeutralForeground2 },
  problem: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(110px, auto) 1fr",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalM} 0 0`,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

export function DeviceCard({ device }: { readonly device: KitDeviceAnswer }) {
  const styles = useStyles();
  const text = useText();
  return (
    <article className={styles.root}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <DeviceIcon type={device.type} />
        </span>
        <div>
          <h3 className={styles.name}>{deviceName(device, text)}</h3>
          <Text className={styles.tag}>
            {text(`device.type.${device.type}`)} · {device.assetTag}
          </Text>
          {device.openProblem !== null && (
            <div className={styles.problem}>
              <WarningRegular aria-hidden="true" />
              {text(`device.problem.${device.openProblem}`)}
            </div>
          )}
        </div>
      </div>
      <dl className={styles.facts}>
        {useFacts(device).map(({ term, value }) => (
          <Fact key={term} term={term} value={value} />
        ))}
      </dl>
    </article>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

function useFacts(device: KitDeviceAnswer): { term: string; value: string }[] {
  const text = useText();
  const format = useFormat();
  const { lastConfirmedAt, warrantyEnd } = device;
  const confirmed =
    lastConfirmedAt === null
      ? text("kit.confirmed.never")
      : text("kit.confirmed.when", {
          when: format.relative(lastConfirmedAt),
          date: format.date(lastConfirmedAt),
        });
  return [
    { term: text("device.field.serial"), value: device.serial ?? text("kit.serial.unknown") },
    { term: text("device.field.lastConfirmedAt"), value: confirmed },
    {
      term: text("device.field.warrantyEnd"),
      value: warrantyEnd === null ? text("common.unknown") : warrantyText(warrantyEnd, text, format),
    },
  ];
}

function warrantyText(end: string, text: Words, format: Format): string {
  const date = format.date(end);
  return end < toInstant(new Date()).slice(0, 10) ? text("kit.warranty.ended", { date }) : date;
}
