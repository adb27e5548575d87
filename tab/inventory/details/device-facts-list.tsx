import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import { deviceSources } from "../../../src/domain/device";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { Fact, Facts } from "../../shell/facts";
import { ConfirmedText, HolderText, TeamText, WarrantyText } from "../device-cells";
import { OsSupportText, ReplacementText } from "../lifecycle-cells";
import { Section } from "./section";

/** Every field of a device, unknown ones said to be so. */
export function DeviceFactsList({ device }: { readonly device: DeviceAnswer }) {
  const text = useText();
  const format = useFormat();
  const source = deviceSources.find((known) => known === device.source);
  return (
    <>
      <Section title={text("inventory.sectionCustody")}>
        <Facts>
          <Fact name={text("device.field.assigneeId")}>
            <HolderText device={device} />
          </Fact>
          {device.acceptance !== null && (
            <Fact name={text("device.field.acceptance")}>
              {text(`device.acceptance.${device.acceptance}`)}
            </Fact>
          )}
          <Fact name={text("device.field.teamId")}>
            <TeamText device={device} />
          </Fact>
          <Fact name={text("device.field.lastConfirmedAt")}>
            <ConfirmedText at={device.lastConfirmedAt} />
          </Fact>
        </Facts>
      </Section>
      <Section title={text("inventory.sectionDevice")}>
        <Facts>
          <Fact name={text("device.field.serial")}>{device.serial}</Fact>
          <Fact name={text("device.field.manufacturer")}>{device.manufacturer}</Fact>
          <Fact name={text("device.field.model")}>{device.model}</Fact>
          <Fact name={text("device.field.os")}>{osOf(device)}</Fact>
          <Fact name={text("device.field.osSupport")}>
            <OsSupportText device={device} />
          </Fact>
          <Fact name={text("device.field.notes")}>{device.notes ?? text("common.none")}</Fact>
        </Facts>
      </Section>
      <Section title={text("inventory.sectionPurchase")}>
        <Facts>
          <Fact name={text("device.field.purchaseDate")}>
            {device.purchaseDate && format.date(device.purchaseDate)}
          </Fact>
          <Fact name={text("device.field.warrantyEnd")}>
            <WarrantyText device={device} />
          </Fact>
          <Fact name={text("device.field.replacement")}>
            <ReplacementText device={device} />
          </Fact>
          <Fact name={text("device.field.cost")}>{device.cost && format.money(device.cost)}</Fact>
        </Facts>
      </Section>
      {device.disposedOn !== null && (
        <Section title={text("inventory.sectionDisposal")}>
          <Facts>
            <Fact name={text("device.field.disposedOn")}>{format.date(device.disposedOn)}</Fact>
            <Fact name={text("device.field.disposalMethod")}>
              {device.disposalMethod && text(`device.disposal.${device.disposalMethod}`)}
            </Fact>
            <Fact name={text("device.field.disposalReference")}>
              {device.disposalReference ?? text("common.none")}
            </Fact>
          </Facts>
        </Section>
      )}
      <Section title={text("inventory.sectionRecord")}>
        <Facts>
          <Fact name={text("device.field.source")}>
            {source ? text(`inventory.source.${source}`) : device.source}
          </Fact>
          <Fact name={text("device.field.lastSeenAt")}>
            {device.lastSeenAt && format.dateTime(device.lastSeenAt)}
          </Fact>
        </Facts>
      </Section>
    </>
  );
}

function osOf({ os, osVersion }: DeviceAnswer): string | null {
  return [os, osVersion].filter(Boolean).join(" ") || null;
}
