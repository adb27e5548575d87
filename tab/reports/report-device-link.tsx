import { makeStyles, tokens } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";

const useStyles = makeStyles({
  link: { display: "block", width: "fit-content", color: tokens.colorBrandForegroundLink },
});

/** To the device in the inventory, with its drawer open. */
export function ReportDeviceLink({ deviceId }: { readonly deviceId: string }) {
  const text = useText();
  const styles = useStyles();
  const { search } = useLocation();
  const query = new URLSearchParams(keptSearch(search));
  query.set("device", deviceId);
  return (
    <Link className={styles.link} to={{ pathname: "/inventory", search: `?${query}` }}>
      {text("report.openDevice")}
    </Link>
  );
}
