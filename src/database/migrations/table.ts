import { Table, type TableColumnOptions, TableIndex } from "typeorm";

/* Short forms for migrations; their names and defaults equal those of `entities/columns.ts`. */
export const text = (name: string): TableColumnOptions => ({ name, type: "text", default: "''" });
export const requiredText = (name: string): TableColumnOptions => ({ name, type: "text" });
export const integer = (name: string): TableColumnOptions => ({ name, type: "integer", default: "0" });
export const key = (table: string, name: string): TableColumnOptions => ({
  name,
  type: "text",
  isPrimary: true,
  primaryKeyConstraintName: `${table}_pk`,
});
export const sequence = (name: string): TableColumnOptions => ({
  name,
  type: "integer",
  isPrimary: true,
  isGenerated: true,
  generationStrategy: "increment",
});

export function table(name: string, columns: TableColumnOptions[], indexes: TableIndex[] = []): Table {
  const created = new Table({ name, columns });
  for (const index of indexes) created.addIndex(index);
  return created;
}

export const index = (name: string, ...columnNames: string[]) => new TableIndex({ name, columnNames });
export const uniqueIndex = (name: string, ...columnNames: string[]) =>
  new TableIndex({ name, columnNames, isUnique: true });
