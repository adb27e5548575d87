import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { OsSupportAnswer } from "../../src/contracts/lifecycle-contract";
import type { OsSystem } from "../../src/domain/lifecycle/os-release";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  scroll: { overflowX: "auto", minWidth: 0 },
  table: { width: "100%", borderCollapse: "collapse" },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: "start",
    verticalAlign: "top",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { display: "block", color: tokens.colorNeutralForeground3 },
});

/** Names are the same in every language. */
const systemNames: Readonly<Record<OsSystem, string>> = {
  windows: "Windows",
  "windows-server": "Windows Server",
  macos: "macOS",
  ios: "iOS",
  ipados: "iPadOS",
  android: "Android",
  chromeos: "ChromeOS",
};

const columns = ["release", "edition", "versions", "end", "source"] as const;

/** Every release with its day and the page that states it. */
export function OsTable({ table }: { readonly table: OsSupportAnswer }) {
  const text = useText();
  const styles = useStyles();
  const systems = table.withoutDates.map(({ system }) => systemNames[system]).join(", ");
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={text("setting.os.table")}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={styles.cell}>
                  {text(`setting.os.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.releases.map((release) => (
              <ReleaseRow key={JSON.stringify(release)} release={release} />
            ))}
          </tbody>
        </table>
      </section>
      {systems !== "" && <Text>{text("setting.os.withoutDates", { systems })}</Text>}
    </>
  );
}

function ReleaseRow({ release }: { readonly release: OsSupportAnswer["releases"][number] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { system, product, edition, versions, end, source, readOn } = release;
  const name = [systemNames[system], product, versions[0]].filter(Boolean).join(" ");
  const read =
    readOn === null ? text("setting.os.notRead") : text("setting.os.readOn", { when: format.date(readOn) });
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {name}
      </th>
      <td className={styles.cell}>{text(`setting.edition.${edition}`)}</td>
      <td className={styles.cell}>{versions.join(", ")}</td>
      <td className={styles.cell}>{format.date(end)}</td>
      <td className={styles.cell}>
        <Link
          href={source}
          target="_blank"
          rel="noreferrer"
          aria-label={text("setting.os.page", { release: name })}
        >
          {hostOf(source)}
        </Link>
        <Text size={200} className={styles.quiet}>
          {read}
        </Text>
      </td>
    </tr>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
