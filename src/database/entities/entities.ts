import {
  applicationEntity,
  applicationTeamEntity,
  contractEntity,
  integrationEntity,
  supplierEntity,
} from "./application-entities";
import { assignmentEntity } from "./assignment-entities";
import { auditEventEntity, auditHeadEntity, auditRedactionEntity, importEntity } from "./audit-entities";
import { contractCalendarEntity } from "./calendar-entities";
import { checkInEntity, conversationEntity, deliveryEntity, kitResponseEntity } from "./check-in-entities";
import { calendarSettingEntity, contactPreferenceEntity, sentMessageEntity } from "./contact-entities";
import { courseEntity, courseSessionEntity, courseSubjectEntity } from "./course-entities";
import { custodyEventEntity } from "./custody-entities";
import { deviceCountEntity, deviceEntity, deviceProblemEntity } from "./device-entities";
import { localRoleEntity, personEntity, teamEntity, teamManagerEntity } from "./directory-entities";
import {
  deviceIdentityEntity,
  directoryTeamEntity,
  graphDeviceEntity,
  graphEntraDeviceEntity,
  graphGroupEntity,
  graphMemberEntity,
  graphMembershipEntity,
  homeTeamSettingEntity,
} from "./directory-sync-entities";
import { disclosureRuleEntity } from "./disclosure-entities";
import { findingEntity, findingRoundEntity } from "./finding-entities";
import { erasedPersonEntity, leaverEntity, retentionEntity, retentionRunEntity } from "./governance-entities";
import {
  graphAccountEntity,
  graphHoldingEntity,
  graphPartEntity,
  graphSeatCountEntity,
  graphSkuEntity,
  graphSubscriptionEntity,
  graphSyncEntity,
  graphSyncPartEntity,
} from "./graph-entities";
import { deviceLabelEntity, deviceTermsEntity } from "./label-entities";
import {
  licenceOwnerEntity,
  licencePriceEntity,
  licenceSnapshotEntity,
  renewalDecisionEntity,
} from "./licence-entities";
import { licenceReviewEntity, licenceReviewItemEntity } from "./licence-review-entities";
import { lifecycleSettingEntity } from "./lifecycle-entities";
import { noteEntity, seenRoleEntity } from "./note-entities";
import {
  decisionEntity,
  participantEntity,
  rolloutEntity,
  waveCountEntity,
  waveEntity,
} from "./rollout-entities";
import {
  attendanceEntity,
  blockerEntity,
  sessionCheckInEntity,
  stepAnswerEntity,
  trainingEntity,
} from "./rollout-record-entities";
import { searchEntryEntity } from "./search-entities";
import { sendingHoldEntity, sendingPauseEntity, sendingTurnEntity } from "./sending-entities";
import { stockTakeEntity, stockTakeItemEntity } from "./stock-take-entities";
import {
  surveyCommentEntity,
  surveyEntity,
  surveyGroupEntity,
  surveyItemEntity,
  surveyLinkEntity,
  surveyMemberEntity,
  surveyResponseEntity,
} from "./survey-entities";
import { surveyProgrammeEntity } from "./survey-programme-entity";
import { fieldOriginEntity, importChangeEntity, importMappingEntity } from "./transfer-entities";
import { vendorChangeEntity } from "./vendor-change-entities";

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
  contractCalendarEntity,
  stockTakeEntity,
  stockTakeItemEntity,
  checkInEntity,
  deliveryEntity,
  sendingPauseEntity,
  sendingTurnEntity,
  sendingHoldEntity,
  calendarSettingEntity,
  contactPreferenceEntity,
  sentMessageEntity,
  kitResponseEntity,
  assignmentEntity,
  conversationEntity,
  auditEventEntity,
  auditHeadEntity,
  auditRedactionEntity,
  retentionEntity,
  retentionRunEntity,
  leaverEntity,
  erasedPersonEntity,
  importEntity,
  searchEntryEntity,
  custodyEventEntity,
  fieldOriginEntity,
  importChangeEntity,
  importMappingEntity,
  lifecycleSettingEntity,
  deviceLabelEntity,
  deviceTermsEntity,
  disclosureRuleEntity,
  surveyProgrammeEntity,
  surveyEntity,
  surveyItemEntity,
  surveyGroupEntity,
  surveyMemberEntity,
  surveyResponseEntity,
  surveyLinkEntity,
  surveyCommentEntity,
  graphSyncEntity,
  graphSyncPartEntity,
  graphPartEntity,
  graphAccountEntity,
  graphHoldingEntity,
  graphSeatCountEntity,
  graphSkuEntity,
  graphSubscriptionEntity,
  graphGroupEntity,
  graphMembershipEntity,
  graphMemberEntity,
  graphDeviceEntity,
  graphEntraDeviceEntity,
  deviceIdentityEntity,
  directoryTeamEntity,
  homeTeamSettingEntity,
  licencePriceEntity,
  licenceSnapshotEntity,
  licenceOwnerEntity,
  renewalDecisionEntity,
  noteEntity,
  seenRoleEntity,
  findingEntity,
  findingRoundEntity,
  rolloutEntity,
  waveEntity,
  participantEntity,
  waveCountEntity,
  vendorChangeEntity,
  decisionEntity,
  blockerEntity,
  trainingEntity,
  attendanceEntity,
  sessionCheckInEntity,
  courseEntity,
  courseSubjectEntity,
  courseSessionEntity,
  stepAnswerEntity,
  licenceReviewEntity,
  licenceReviewItemEntity,
];
