import { Directory1764000000001 } from "./0001-directory";
import { Devices1764000000002 } from "./0002-devices";
import { CheckIns1764000000003 } from "./0003-check-ins";
import { Audit1764000000004 } from "./0004-audit";
import { Applications1764000000006 } from "./0006-applications";
import { Transfer1764000000007 } from "./0007-transfer";
import { Governance1764000000008 } from "./0008-governance";
import { Search1764000000009 } from "./0009-search";
import { Retention1764000000010 } from "./0010-retention";
import { Custody1764000000019 } from "./0019-custody";
import { ContractCalendar1764000000030 } from "./0030-contract-calendar";
import { Assignment1764000000031 } from "./0031-assignment";
import { SendingPause1764000000040 } from "./0040-sending-pause";
import { StockTakes1764000000041 } from "./0041-stock-takes";
import { WorkedProblems1764000000043 } from "./0043-worked-problems";
import { Lifecycle1764000000044 } from "./0044-lifecycle";
import { Disposal1764000000050 } from "./0050-disposal";
import { Disclosure1764000000051 } from "./0051-disclosure";
import { DeviceLabels1764000000052 } from "./0052-device-labels";
import { ImportKey1764000000055 } from "./0055-import-key";
import { DisclosureReason1764000000056 } from "./0056-disclosure-reason";
import { ImportLabels1764000000057 } from "./0057-import-labels";
import { SendingTurn1764000000058 } from "./0058-sending-turn";
import { GraphSync1764000000060 } from "./0060-graph-sync";
import { DirectoryGroups1764000000061 } from "./0061-directory-groups";
import { LicenceReview1764000000070 } from "./0070-licence-review";
import { PriceEnd1764000000071 } from "./0071-price-end";
import { SeatCount1764000000072 } from "./0072-seat-count";
import { GoodTime1764000000080 } from "./0080-good-time";
import { MessageBudget1764000000081 } from "./0081-message-budget";
import { Reminders1764000000082 } from "./0082-reminders";
import { Series1764000000083 } from "./0083-series";
import { Surveys1764000000090 } from "./0090-surveys";
import { SurveyProgrammes1764000000091 } from "./0091-survey-programmes";
import { Courses1764000000092 } from "./0092-courses";
import { SendingHold1764000000100 } from "./0100-sending-hold";
import { SearchForgets1764000000101 } from "./0101-search-forgets";
import { Rollouts1764000000120 } from "./0120-rollouts";
import { WaveCounts1764000000121 } from "./0121-wave-counts";
import { AttendanceSource1764000000122 } from "./0122-attendance-source";
import { SessionCheckIns1764000000123 } from "./0123-session-check-ins";
import { Findings1764000000130 } from "./0130-findings";
import { VendorChanges1764000000131 } from "./0131-vendor-changes";
import { ChosenQuestion1764000000140 } from "./0140-chosen-question";
import { Notes1764000000145 } from "./0145-notes";
import { DeletedHolders1764000000146 } from "./0146-deleted-holders";
import { DeviceTerms1764000000147 } from "./0147-device-terms";
import { KitNotes1764000000148 } from "./0148-kit-notes";
import { ImportFileName1764000000149 } from "./0149-import-file-name";
import { DeviceSearchDue1764000000150 } from "./0150-device-search-due";
import { LighterDevices1764000000151 } from "./0151-lighter-devices";
import { SurveyStatistics1764000000152 } from "./0152-survey-statistics";

/** In the order they run; one that has shipped is never edited. */
export const migrations = [
  Directory1764000000001,
  Devices1764000000002,
  CheckIns1764000000003,
  Audit1764000000004,
  Applications1764000000006,
  Transfer1764000000007,
  Governance1764000000008,
  Search1764000000009,
  Retention1764000000010,
  Custody1764000000019,
  ContractCalendar1764000000030,
  Assignment1764000000031,
  SendingPause1764000000040,
  StockTakes1764000000041,
  WorkedProblems1764000000043,
  Lifecycle1764000000044,
  Disposal1764000000050,
  Disclosure1764000000051,
  DeviceLabels1764000000052,
  ImportKey1764000000055,
  DisclosureReason1764000000056,
  ImportLabels1764000000057,
  SendingTurn1764000000058,
  GraphSync1764000000060,
  DirectoryGroups1764000000061,
  LicenceReview1764000000070,
  PriceEnd1764000000071,
  SeatCount1764000000072,
  GoodTime1764000000080,
  MessageBudget1764000000081,
  Reminders1764000000082,
  Series1764000000083,
  Surveys1764000000090,
  SurveyProgrammes1764000000091,
  Courses1764000000092,
  SendingHold1764000000100,
  SearchForgets1764000000101,
  Rollouts1764000000120,
  WaveCounts1764000000121,
  AttendanceSource1764000000122,
  SessionCheckIns1764000000123,
  Findings1764000000130,
  VendorChanges1764000000131,
  ChosenQuestion1764000000140,
  Notes1764000000145,
  DeletedHolders1764000000146,
  DeviceTerms1764000000147,
  KitNotes1764000000148,
  ImportFileName1764000000149,
  DeviceSearchDue1764000000150,
  LighterDevices1764000000151,
  SurveyStatistics1764000000152,
];
