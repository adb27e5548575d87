import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { lazy, Suspense, useRef, useState } from "react";
import { useText } from "../../language/use-text";
import { LoadingState } from "../../shell/loading-state";
import { narrow } from "../../shell/theme";
import { DeviceDetails } from "./device-details";
import { DeviceUnavailable } from "./device-unavailable";
import { UnsavedMessage } from "./unsaved-message";
import { useDevice } from "./use-device";
import { useKeptFocus } from "./use-kept-focus";

const EditDevice = lazy(async () => ({ default: (await import("./edit-device")).EditDevice }));

const useStyles = makeStyles({
  drawer: { width: "min(560px, 100vw)", [narrow]: { width: "100vw", maxWidth: "100vw" } },
  body: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, paddingBottom: "24px" },
  title: { overflowWrap: "anywhere", ":focus": { outlineStyle: "none" } },
});

interface DeviceDrawerProps {
  readonly deviceId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function DeviceDrawer({ deviceId, open, onClose }: DeviceDrawerProps) {
  const styles = useStyles();
  const [unsaved, setUnsaved] = useState(false);
  const [asked, setAsked] = useState(false);
  const close = () => {
    setAsked(false);
    setUnsaved(false);
    onClose();
  };
  const leave = () => (unsaved ? setAsked(true) : close());
  return (
    <OverlayDrawer
      position="end"
      className={styles.drawer}
      open={open}
      onOpenChange={(_, data) => !data.open && leave()}
    >
      <Content
        key={deviceId}
        deviceId={deviceId}
        onLeave={leave}
        onUnsaved={setUnsaved}
        question={asked ? <UnsavedMessage onDiscard={close} onKeep={() => setAsked(false)} /> : null}
      />
    </OverlayDrawer>
  );
}

interface ContentProps {
  readonly deviceId: string;
  readonly onLeave: () => void;
  readonly onUnsaved: (unsaved: boolean) => void;
  readonly question: React.ReactNode;
}

function Content({ deviceId, onLeave, onUnsaved, question }: ContentProps) {
  const text = useText();
  const styles = useStyles();
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(heading, editing, said, question);
  const { data: device, error, isPlaceholderData, refetch } = useDevice(deviceId);
  const title = device?.assetTag ?? text("common.loading");
  const finish = (words: string) => {
    onUnsaved(false);
    setEditing(false);
    setSaid(words);
  };
  return (
    <>
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ ref: heading, tabIndex: -1, className: styles.title }}
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={text("common.close")}
              onClick={onLeave}
            />
          }
        >
          {editing ? text("inventory.editTitle", { assetTag: title }) : title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {question}
        {device === undefined && error === null && <LoadingState label={text("inventory.detailsLoading")} />}
        {device === undefined && error !== null && (
          <DeviceUnavailable problem={error} onRetry={() => void refetch()} />
        )}
        {device && !editing && (
          <DeviceDetails
            device={device}
            fresh={!isPlaceholderData}
            said={said}
            onSaid={setSaid}
            onEdit={() => setEditing(true)}
          />
        )}
        {device && editing && (
          <Suspense fallback={<LoadingState />}>
            <EditDevice device={device} onUnsaved={onUnsaved} onDone={finish} />
          </Suspense>
        )}
      </DrawerBody>
    </>
  );
}
