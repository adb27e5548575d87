import type { Gateway } from "../../database/gateway";
import { countsOf } from "../../database/stores/rollout/participant-page-store";
import { noParticipants, totalOf } from "../../domain/rollout/participant";
import type { ServiceContext } from "../service-context";

/** So few are written in a blink. */
const fewPeople = 250;

/** How something is written that touches so many people: very many in a thread, so that nobody else waits for them. */
export function writeFor({ gateway }: ServiceContext, people: number): Gateway["write"] {
  return people > fewPeople ? gateway.writeApart : gateway.write;
}

/** As `writeFor`, for what may touch everybody in a wave. */
export async function writeForWave(context: ServiceContext, waveId: string): Promise<Gateway["write"]> {
  const counts = await context.gateway.read((reader) => countsOf(reader, [waveId], { kind: "everything" }));
  return writeFor(context, totalOf(counts.get(waveId) ?? noParticipants()));
}
