import type { Role } from "../../src/domain/permission";
import { emailOf } from "../../tests/support/builders";

export interface FixedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly team: string;
  readonly manages?: true;
  readonly role?: Role;
}

const fixed = (at: number, name: string, team: string, more: Pick<FixedPerson, "manages" | "role"> = {}) => ({
  id: `11111111-0000-4000-8000-${String(at).padStart(12, "0")}`,
  name,
  email: emailOf(name),
  team,
  ...more,
});

/** People that every council has, whatever its size and seed. The first six are those of the Agents Playground. */
export const fixedPeople: readonly FixedPerson[] = [
  fixed(1, "Priya Shah", "Digital Services", { role: "Toolroll.ItManager" }),
  fixed(2, "Owen Griffiths", "Housing Options", { manages: true }),
  fixed(3, "Cerys Morgan", "Housing Options"),
  fixed(4, "Tom Baker", "Housing Options"),
  fixed(5, "Amina Yusuf", "Digital Services", { role: "Toolroll.Administrator" }),
  fixed(6, "Megan Price", "Internal Audit", { role: "Toolroll.Auditor" }),
  fixed(7, "Gareth Llewellyn", "Housing and Communities", { manages: true }),
];

export const fixedIds: ReadonlySet<string> = new Set(fixedPeople.map(({ id }) => id));
