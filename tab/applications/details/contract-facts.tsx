import { makeStyles, tokens } from "@fluentui/react-components";
import type { ContractAnswer } from "../../../src/contracts/supplier-contract";
import { Section } from "../../inventory/details/section";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { Fact, Facts } from "../../shell/facts";
import { NoticeText } from "../application-marks";

const useStyles = makeStyles({ list: { display: "grid", rowGap: tokens.spacingVerticalL } });

/** What was signed for an application, with the date on which notice must be given. */
export function ContractFacts({ contracts }: { readonly contracts: readonly ContractAnswer[] }) {
  const text = useText();
  const styles = useStyles();
  return (
    <Section title={text("application.sectionContract")}>
      {contracts.length === 0 && <span>{text("application.noContract")}</span>}
      <div className={styles.list}>
        {contracts.map((contract) => (
          <OneContract key={contract.id} contract={contract} />
        ))}
      </div>
    </Section>
  );
}

function OneContract({ contract }: { readonly contract: ContractAnswer }) {
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
