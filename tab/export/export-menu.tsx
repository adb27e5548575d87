import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { useMutation } from "@tanstack/react-query";
import type { AnyEndpoint, CallInput } from "../../src/contracts/endpoint";
import type { ExportFormat } from "../../src/contracts/export-contract";
import { callForFile } from "../call";
import { useText } from "../language/use-text";
import { problemText } from "../shell/problem-text";
import { saveFile } from "./save-file";

const useStyles = makeStyles({
  problem: { color: tokens.colorPaletteRedForeground1, maxWidth: "40ch" },
});

interface Props<E extends AnyEndpoint> {
  readonly endpoints: Readonly<Record<ExportFormat, E>>;
  /** The filters and the order of the list on the screen. */
  readonly query: NonNullable<CallInput<E>["query"]>;
  /** What is exported, where the page shows several things. */
  readonly label?: string;
}

/** Saves what a list shows, all of it, as a file. */
export function ExportMenu<E extends AnyEndpoint>({ endpoints, query, label }: Props<E>) {
  const text = useText();
  const styles = useStyles();
  const save = useMutation({
    mutationFn: async (format: ExportFormat) =>
      saveFile(await callForFile(endpoints[format], { query } as CallInput<E>)),
  });
  return (
    <>
      {save.error !== null && (
        <Text role="alert" size={200} className={styles.problem}>
          {problemText(save.error, text)}
        </Text>
      )}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<ArrowDownloadRegular />} disabledFocusable={save.isPending}>
            {save.isPending ? text("inventory.exporting") : (label ?? text("inventory.export"))}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => save.mutate("xlsx")}>{text("inventory.exportXlsx")}</MenuItem>
            <MenuItem onClick={() => save.mutate("csv")}>{text("inventory.exportCsv")}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
