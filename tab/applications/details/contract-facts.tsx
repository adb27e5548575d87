import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useState } from "react";
import type { ApplicationDetailAnswer } from "../../../src/contracts/application-contract";
import { Section } from "../../inventory/details/section";
import { useFocusReturn } from "../../inventory/use-focus-return";
import { useFormat } from "../../language/use-format";
import { type Text, useText } from "../../language/use-text";
import { useMe } from "../../session/session";
import { Fact, Facts } from "../../shell/facts";
import { focusHeading } from "../../shell/page-header";
import { NoticeText } from "../application-marks";
import { ContractDialog } from "./contract-dialog";
import { RemoveContractDialog } from "./remove-contract-dialog";

const useStyles = makeStyles({
  list: { display: "grid", rowGap: tokens.spacingVerticalL },
  one: { display: "grid", rowGap: tokens.spacingVerticalS },
  actions: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  add: { justifySelf: "start" },
});

type Contract = ApplicationDetailAnswer["contracts"][number];
type Asked = { readonly what: "add" } | { readonly what: "edit" | "remove"; readonly contract: Contract };

/** What was signed for an application, with the date on which notice must be given; there may be several. */
export function ContractFacts({ application }: { readonly application: ApplicationDetailAnswer }) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const [asked, setAsked] = useState<Asked | null>(null);
  const rememberOpener = useFocusReturn(asked !== null, focusHeading);
  const ask = (wanted: Asked) => {
    rememberOpener();
    setAsked(wanted);
  };
  const { contracts } = application;
  const may = can["application.change"];
  return (
    <Section title={text("application.sectionContract")}>
      {contracts.length === 0 && <span>{text("application.noContract")}</span>}
      <div className={styles.list}>
        {contracts.map((contract) => (
          <div key={contract.id} className={styles.one}>
            {contracts.length > 1 && contract.id === application.contract?.id && (
              <strong>{text("application.contractCurrent")}</strong>
            )}
            <OneContract contract={contract} />
            {may && <ContractActions contract={contract} onAsk={ask} />}
          </div>
        ))}
        {may && (
          <Button
            className={styles.add}
            size="small"
            icon={<AddRegular />}
            onClick={() => ask({ what: "add" })}
          >
            {text("application.contractAdd")}
          </Button>
        )}
      </div>
      {asked?.what === "remove" && (
        <RemoveContractDialog contract={asked.contract} onClose={() => setAsked(null)} />
      )}
      {asked !== null && asked.what !== "remove" && (
        <ContractDialog
          application={application}
          contract={asked.what === "add" ? null : asked.contract}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}

interface ActionsProps {
  readonly contract: Contract;
  readonly onAsk: (asked: Asked) => void;
}

function ContractActions({ contract, onAsk }: ActionsProps) {
  const text = useText();
  const styles = useStyles();
  const which = { which: nameOf(contract, text) };
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        aria-label={text("application.contractEdit", which)}
        onClick={() => onAsk({ what: "edit", contract })}
      >
        {text("application.change")}
      </Button>
      <Button
        size="small"
        aria-label={text("application.contractRemove", which)}
        onClick={() => onAsk({ what: "remove", contract })}
      >
        {text("application.remove")}
      </Button>
    </div>
  );
}

function nameOf({ reference, supplier, end }: Contract, text: Text): string {
  return reference ?? supplier ?? end ?? text("common.unknown");
}

function OneContract({ contract }: { readonly contract: Contract }) {
  const text = useText();
  const format = useFormat();
  const { renewal, value, start, end, noticeDays } = contract;
  return (
    <Facts>
      <Fact name={text("application.field.noticeDate")}>
        <NoticeText contract={contract} />
      </Fact>
      <Fact name={text("application.field.contract.start")}>{start && format.date(start)}</Fact>
      <Fact name={text("application.field.contract.end")}>{end && format.date(end)}</Fact>
      <Fact name={text("application.field.contract.noticeDays")}>
        {noticeDays !== null && format.number(noticeDays)}
      </Fact>
      <Fact name={text("application.field.contract.renewal")}>
        {renewal && text(`application.renewal.${renewal}`)}
      </Fact>
      <Fact name={text("application.field.contract.value")}>{value && format.money(value)}</Fact>
      <Fact name={text("application.field.contract.reference")}>{contract.reference}</Fact>
      <Fact name={text("application.field.supplier")}>{contract.supplier}</Fact>
    </Facts>
  );
}
