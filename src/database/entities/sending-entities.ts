import { EntitySchema } from "typeorm";
import { integer, key, requiredText } from "./columns";

/** One row while sending is paused, none otherwise; all replicas look at it. */
export interface SendingPauseRow {
  id: string;
  since: string;
  refusedAt: string;
  nextTryAt: string;
  refusals: number;
}

export const sendingPauseEntity = new EntitySchema<SendingPauseRow>({
  name: "sending_pause",
  tableName: "sending_pause",
  columns: {
    id: key("id"),
    since: requiredText("since"),
    refusedAt: requiredText("refused_at"),
    nextTryAt: requiredText("next_try_at"),
    refusals: integer("refusals"),
  },
});

/** One row once anything was sent: when the next message of the whole deployment may go. */
export interface SendingTurnRow {
  id: string;
  freeAt: string;
}

export const sendingTurnEntity = new EntitySchema<SendingTurnRow>({
  name: "sending_turn",
  tableName: "sending_turn",
  columns: { id: key("id"), freeAt: requiredText("free_at") },
});

/** One row between a restore and somebody's decision about what was waiting, none otherwise. */
export interface SendingHoldRow {
  id: string;
  since: string;
  backupAt: string;
}

export const sendingHoldEntity = new EntitySchema<SendingHoldRow>({
  name: "sending_hold",
  tableName: "sending_hold",
  columns: { id: key("id"), since: requiredText("since"), backupAt: requiredText("backup_at") },
});
