import { Link } from "@fluentui/react-components";
import type { ApplicationDetailAnswer } from "../../../src/contracts/application-contract";
import { Section } from "../../inventory/details/section";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { Fact, Facts } from "../../shell/facts";
import { DispositionMark, OwnerText } from "../application-marks";
import { OpenLink } from "../open-link";

interface FactsProps {
  readonly application: ApplicationDetailAnswer;
  readonly onOpen: (id: string) => void;
}

/** Every field of an application, unknown ones said to be so. */
export function ApplicationFacts({ application, onOpen }: FactsProps) {
  return (
    <>
      <WhatItIs application={application} onOpen={onOpen} />
      <WhoAnswers application={application} />
      <FitFacts application={application} />
      <DataFacts application={application} />
    </>
  );
}

function WhatItIs({ application, onOpen }: FactsProps) {
  const text = useText();
  const format = useFormat();
  const { kind, type, hosting, lifecycle, criticality, replacedById, replacedByName } = application;
  return (
    <Section title={text("application.sectionWhat")}>
      <Facts>
        <Fact name={text("application.field.purpose")}>{application.purpose}</Fact>
        <Fact name={text("application.field.kind")}>{text(`application.kind.${kind}`)}</Fact>
        <Fact name={text("application.field.type")}>{type && text(`application.type.${type}`)}</Fact>
        <Fact name={text("application.field.hosting")}>
          {hosting && text(`application.hosting.${hosting}`)}
        </Fact>
        <Fact name={text("application.field.lifecycle")}>
          {lifecycle && text(`application.lifecycle.${lifecycle}`)}
        </Fact>
        <Fact name={text("application.field.criticality")}>
          {criticality && text(`application.criticality.${criticality}`)}
        </Fact>
        <Fact name={text("application.field.serviceArea")}>{application.serviceArea}</Fact>
        <Fact name={text("application.field.userCount")}>
          {application.userCount !== null && format.number(application.userCount)}
        </Fact>
        <Fact name={text("application.field.supportEnds")}>
          {application.supportEnds && format.date(application.supportEnds)}
        </Fact>
        <Fact name={text("application.field.replacedById")}>
          {replacedById === null ? (
            text("common.none")
          ) : (
            <OpenLink name={replacedByName ?? replacedById} onOpen={() => onOpen(replacedById)} />
          )}
        </Fact>
        <Fact name={text("application.field.notes")}>{application.notes ?? text("common.none")}</Fact>
      </Facts>
    </Section>
  );
}

function WhoAnswers({ application }: Pick<FactsProps, "application">) {
  const text = useText();
  return (
    <Section title={text("application.sectionPeople")}>
      <Facts>
        <Fact name={text("application.field.businessOwnerId")}>
          <OwnerText application={application} />
        </Fact>
        <Fact name={text("application.field.itOwnerId")}>
          {application.itOwnerName ?? text("application.noOwner")}
        </Fact>
        <Fact name={text("application.field.supplier")}>
          {application.supplier ?? text("application.noSupplier")}
        </Fact>
      </Facts>
    </Section>
  );
}

function FitFacts({ application }: Pick<FactsProps, "application">) {
  const text = useText();
  const { functionalFit, technicalFit, dispositionSource, dispositionReason, disposition } = application;
  const scored = (score: number | null) =>
    score !== null && text(`application.fit.${score}` as "application.fit.1");
  const named = disposition && text(`application.disposition.${disposition}`);
  return (
    <Section title={text("application.sectionFit")}>
      <Facts>
        <Fact name={text("application.field.functionalFit")}>{scored(functionalFit)}</Fact>
        <Fact name={text("application.field.technicalFit")}>{scored(technicalFit)}</Fact>
        <Fact name={text("application.field.disposition")}>
          {named === null && <DispositionMark disposition={null} />}
          {named !== null &&
            (dispositionSource === "person"
              ? text("application.fromPerson", { disposition: named, reason: dispositionReason ?? "" })
              : text("application.fromScores", { disposition: named }))}
        </Fact>
      </Facts>
    </Section>
  );
}

function DataFacts({ application }: Pick<FactsProps, "application">) {
  const text = useText();
  const format = useFormat();
  const { dataClassification, personalData, dpiaDate, aiFeatures, accessibility } = application;
  const statement = application.accessibilityStatement;
  return (
    <Section title={text("application.sectionData")}>
      <Facts>
        <Fact name={text("application.field.dataClassification")}>
          {dataClassification && text(`application.dataClassification.${dataClassification}`)}
        </Fact>
        <Fact name={text("application.field.personalData")}>
          {text(`application.personalData.${personalData}`)}
        </Fact>
        <Fact name={text("application.field.dpiaDate")}>{dpiaDate && format.date(dpiaDate)}</Fact>
        <Fact name={text("application.field.aiFeatures")}>
          {aiFeatures && text(`application.aiFeatures.${aiFeatures}`)}
        </Fact>
        <Fact name={text("application.field.accessibility")}>
          {text(`application.accessibility.${accessibility}`)}
        </Fact>
        <Fact name={text("application.field.accessibilityStatement")}>
          {statement && (
            <Link href={statement} target="_blank" rel="noreferrer">
              {statement}
            </Link>
          )}
        </Fact>
      </Facts>
    </Section>
  );
}
