import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { TeamOverviewAnswer } from "../../src/contracts/team-contract";
import { type DeviceStatus, deviceStatuses } from "../../src/domain/device";
import { DeviceIcon } from "../inventory/device-icon";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { StackedBar, type Tone, ToneDot } from "../shell/stacked-bar";
import { TeamCard } from "./team-card";
import { inventoryOf, TeamLink } from "./team-link";

const tones: Readonly<Record<DeviceStatus, Tone>> = {
  deployable: "good",
  pending: "waiting",
  undeployable: "bad",
  archived: "quiet",
};

const useStyles = makeStyles({
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(220px, 100%), 1fr))",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
  },
  title: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalS} 0 0` },
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minHeight: "32px" },
  count: {
    marginInlineStart: "auto",
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly overview: TeamOverviewAnswer;
  /** The inventory always shows the teams below too, so its figures are the same only then. */
  readonly linked: boolean;
}

export function TeamDevices({ overview: { team, devices }, linked }: Props) {
  const styles = useStyles();
  const text = useText();
  const word = (content: string, filters: Readonly<Record<string, string>>): ReactNode =>
    linked ? <TeamLink {...inventoryOf(team.id, filters)}>{content}</TeamLink> : content;
  const byStatus = deviceStatuses.flatMap((status) =>
    devices.byStatus.filter((each) => each.status === status),
  );
  const segments = byStatus.map(({ status, count }) => ({ key: status, count, tone: tones[status] }));
  return (
    <TeamCard
      title={text("team.devices")}
      aside={linked && devices.total > 0 && word(text("team.inInventory"), {})}
    >
      {devices.total === 0 ? (
        <p className={styles.quiet}>{text("team.devicesNone")}</p>
      ) : (
        <>
          <StackedBar segments={segments} />
          <div className={styles.pair}>
            <Counts title={text("team.byStatus")}>
              {byStatus.map(({ status, count }) => (
                <Count key={status} mark={<ToneDot tone={tones[status]} />} count={count}>
                  {word(text(`device.status.${status}`), { status })}
                </Count>
              ))}
            </Counts>
            <Counts title={text("team.byType")}>
              {devices.byType.map(({ type, count }) => (
                <Count key={type} mark={<DeviceIcon type={type} />} count={count}>
                  {word(text(`device.type.${type}`), { type })}
                </Count>
              ))}
            </Counts>
          </div>
        </>
      )}
    </TeamCard>
  );
}

function Counts({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>{children}</ul>
    </div>
  );
}

interface CountProps {
  readonly mark: ReactNode;
  readonly count: number;
  readonly children: ReactNode;
}

function Count({ mark, count, children }: CountProps) {
  const styles = useStyles();
  const format = useFormat();
  return (
    <li className={styles.item}>
      {mark} {children} <span className={styles.count}>{format.number(count)}</span>
    </li>
  );
}
