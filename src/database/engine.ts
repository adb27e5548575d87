import type { DataSource, EntityManager } from "typeorm";
import type { Gateway } from "./gateway";

/** What the two engines offer to the gateway; everything above it is the same for both. */
export interface Engine extends Pick<Gateway, "read" | "forgetDeleted" | "ping" | "close"> {
  readonly kind: "sqlite" | "postgres";
  readonly dataSource: DataSource;
  /** Runs one transaction; the engine decides how writers queue and what is worth a repetition. */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Only one process at a time migrates. */
  migrate(): Promise<void>;
}
