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
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { CallProblem } from "../../call-problem";
import { UnsavedMessage } from "../../inventory/details/unsaved-message";
import { useKeptFocus } from "../../inventory/details/use-kept-focus";
import { useText } from "../../language/use-text";
import { EmptyState } from "../../shell/empty-state";
import { ErrorState } from "../../shell/error-state";
import { LoadingState } from "../../shell/loading-state";
import { narrow } from "../../shell/theme";
import { useApplication } from "../use-applications";
import { ApplicationDetails } from "./application-details";

const EditApplication = lazy(async () => ({
  default: (await import("../form/edit-application")).EditApplication,
}));

const useStyles = makeStyles({
  drawer: { width: "min(640px, 100vw)", [narrow]: { width: "100vw", maxWidth: "100vw" } },
  body: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL, paddingBottom: "24px" },
  title: { overflowWrap: "anywhere", ":focus": { outlineStyle: "none" } },
});

interface DrawerProps {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
  /** Once it has slid away and holds the focus no more. */
  readonly onGone: () => void;
}

export function ApplicationDrawer({ id, open, onClose, onOpen, onGone }: DrawerProps) {
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
      <WhenGone onGone={onGone} />
      <Content
        key={id}
        id={id}
        onLeave={leave}
        onRemoved={close}
        onOpen={onOpen}
        onUnsaved={setUnsaved}
        question={asked ? <UnsavedMessage onDiscard={close} onKeep={() => setAsked(false)} /> : null}
      />
    </OverlayDrawer>
  );
}

/** While the drawer is there it takes back whatever focus is set outside it; so that has to wait until it has gone. */
function WhenGone({ onGone }: Pick<DrawerProps, "onGone">) {
  useEffect(
    () => () => {
      setTimeout(onGone);
    },
    [onGone],
  );
  return null;
}

interface ContentProps extends Pick<DrawerProps, "id" | "onOpen"> {
  readonly onLeave: () => void;
  readonly onRemoved: () => void;
  readonly onUnsaved: (unsaved: boolean) => void;
  readonly question: ReactNode;
}

function Content({ id, onLeave, onRemoved, onOpen, onUnsaved, question }: ContentProps) {
  const text = useText();
  const styles = useStyles();
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(heading, editing, said, question);
  const { data: application, error, refetch } = useApplication(id);
  const name = application?.name ?? text("common.loading");
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
          {editing ? text("application.editTitle", { name }) : name}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {question}
        {application === undefined && <Absent problem={error} onRetry={() => void refetch()} />}
        {application && !editing && (
          <ApplicationDetails
            application={application}
            said={said}
            onOpen={onOpen}
            onEdit={() => setEditing(true)}
            onRemoved={onRemoved}
          />
        )}
        {application && editing && (
          <Suspense fallback={<LoadingState />}>
            <EditApplication application={application} onUnsaved={onUnsaved} onDone={finish} />
          </Suspense>
        )}
      </DrawerBody>
    </>
  );
}

/** On its way, gone or out of reach, or failed. */
function Absent({ problem, onRetry }: { readonly problem: unknown; readonly onRetry: () => void }) {
  const text = useText();
  if (problem === null) return <LoadingState label={text("application.detailsLoading")} />;
  if (problem instanceof CallProblem && problem.status === 404) {
    return <EmptyState title={text("application.goneTitle")} text={text("application.goneText")} />;
  }
  return <ErrorState title={text("application.detailsErrorTitle")} problem={problem} onRetry={onRetry} />;
}
