import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { LaptopRegular } from "@fluentui/react-icons/svg/laptop";
import type { KitDeviceAnswer } from "../../src/contracts/my-contract";
import { useText } from "../language/use-text";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { PageHeader } from "../shell/page-header";
import { DeviceCard } from "./device-card";
import { MyAssignments } from "./my-assignments";
import { MyLicences } from "./my-licences";
import { MyMessages } from "./my-messages";
import { MyQuestions } from "./my-questions";
import { MyReports } from "./my-reports";
import { MyReviews } from "./my-reviews";
import { MyTraining } from "./my-training";
import { SurveyNote } from "./survey-note";
import { useMyKit } from "./use-my-kit";

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXL },
  heading: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalM}` },
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 340px), 1fr))",
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
});

/** What I hold, and what I am asked about it. */
export function MyKitPage() {
  const styles = useStyles();
  const text = useText();
  const kit = useMyKit();
  return (
    <>
      <PageHeader title={text("kit.title")} intro={text("kit.intro")} />
      <MyAssignments />
      <MyQuestions />
      <MyReviews />
      <SurveyNote />
      <section className={styles.section} aria-labelledby="my-devices">
        <h2 id="my-devices" className={styles.heading}>
          {text("kit.devices.title")}
        </h2>
        {kit.isPending && <LoadingState rows={2} rowHeight={128} />}
        {kit.isError && <ErrorState problem={kit.error} onRetry={() => void kit.refetch()} />}
        {kit.isSuccess && <Devices devices={kit.data.devices} />}
      </section>
      <MyTraining />
      <MyReports />
      <MyLicences />
      <MyMessages />
    </>
  );
}

function Devices({ devices }: { readonly devices: readonly KitDeviceAnswer[] }) {
  const styles = useStyles();
  const text = useText();
  if (devices.length === 0) {
    return (
      <EmptyState icon={<LaptopRegular />} title={text("kit.none.title")} text={text("kit.none.text")} />
    );
  }
  return (
    <ul className={styles.list}>
      {devices.map((device) => (
        <li key={device.id}>
          <DeviceCard device={device} />
        </li>
      ))}
    </ul>
  );
}
