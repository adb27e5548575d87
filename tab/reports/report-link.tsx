import { makeStyles, tokens } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { keptSearch } from "../shell/kept-address";

const useStyles = makeStyles({
  link: { width: "fit-content", fontSize: tokens.fontSizeBase200, color: tokens.colorBrandForegroundLink },
});

/** To one report on the page of reports, for who works on them. */
export function ReportLink({ id, label }: { readonly id: string; readonly label: string }) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const { search } = useLocation();
  if (!can["device.change"]) return null;
  const query = new URLSearchParams(keptSearch(search));
  query.set("report", id);
  return (
    <Link className={styles.link} aria-label={label} to={{ pathname: "/reports", search: `?${query}` }}>
      {text("report.openReport")}
    </Link>
  );
}
