import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useText } from "../language/use-text";
import { PageHeader } from "../shell/page-header";
import { type ChannelPage, channelPages, isChannelPage } from "./channel-page";

const useStyles = makeStyles({
  root: { maxWidth: "640px", margin: "0 auto", padding: tokens.spacingHorizontalXXL },
});

/** Set-up of a channel tab: which page it shows. */
export function ConfigurePage() {
  const styles = useStyles();
  const text = useText();
  const [page, setPage] = useState<ChannelPage>("inventory");
  const hosted = window.parent !== window;
  const name = text(`shell.nav.${page}`);
  useEffect(() => {
    if (hosted) void import("./channel-tab").then(({ offerChannelTab }) => offerChannelTab(page, name));
  }, [hosted, page, name]);
  return (
    <main className={styles.root}>
      <PageHeader title={text("shell.configure.title")} intro={text("shell.configure.text")} />
      {hosted ? (
        <Field label={text("shell.nav.label")}>
          <RadioGroup value={page} onChange={(_, { value }) => isChannelPage(value) && setPage(value)}>
            {channelPages.map((each) => (
              <Radio key={each} value={each} label={text(`shell.configure.${each}`)} />
            ))}
          </RadioGroup>
        </Field>
      ) : (
        <Text>{text("shell.configure.outside")}</Text>
      )}
    </main>
  );
}
