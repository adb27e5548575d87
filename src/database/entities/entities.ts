import {
  applicationEntity,
  applicationTeamEntity,
  contractEntity,
  integrationEntity,
  supplierEntity,
} from "./application-entities";
import { auditEventEntity, auditHeadEntity, auditRedactionEntity, importEntity } from "./audit-entities";
import { checkInEntity, conversationEntity, deliveryEntity, kitResponseEntity } from "./check-in-entities";
import { deviceCountEntity, deviceEntity, deviceProblemEntity } from "./device-entities";
import { localRoleEntity, personEntity, teamEntity, teamManagerEntity } from "./directory-entities";
import { searchEntryEntity } from "./search-entities";

export const entities = [
  teamEntity,
  teamManagerEntity,
  personEntity,
  localRoleEntity,
  deviceEntity,
  deviceCountEntity,
  deviceProblemEntity,
  supplierEntity,
  applicationEntity,
  contractEntity,
  applicationTeamEntity,
  integrationEntity,
  checkInEntity,
  deliveryEntity,
  kitResponseEntity,
  conversationEntity,
  auditEventEntity,
  auditHeadEntity,
  auditRedactionEntity,
  importEntity,
  searchEntryEntity,
];
