import type { Reader, Writer } from "../../database/gateway";
import { allSuppliers, insertSuppliers } from "../../database/stores/supplier-store";
import { matchKey } from "../../domain/match-key";

/** Suppliers by name and id while a file is judged; a name that is new gets an id, and is written when the file is applied. */
export class SupplierNames {
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #new = new Map<string, string>();

  private constructor(private readonly newId: () => string) {}

  static async load(reader: Reader, newId: () => string): Promise<SupplierNames> {
    const names = new SupplierNames(newId);
    for (const { id, name } of await allSuppliers(reader)) names.#know(id, name);
    return names;
  }

  idOf(name: string): string {
    const known = this.#ids.get(matchKey(name));
    if (known !== undefined) return known;
    const id = this.newId();
    this.#know(id, name);
    this.#new.set(id, name);
    return id;
  }

  nameOf(id: string): string | undefined {
    return this.#names.get(id);
  }

  /** Writes the new ones among those that are used. */
  async writeNew(tx: Writer, used: ReadonlySet<string>): Promise<void> {
    const made = [...this.#new].filter(([id]) => used.has(id)).map(([id, name]) => ({ id, name }));
    await insertSuppliers(tx, made);
  }

  #know(id: string, name: string): void {
    this.#ids.set(matchKey(name), id);
    this.#names.set(id, name);
  }
}
