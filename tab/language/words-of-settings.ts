import { deviceLabelText } from "../../src/contracts/text/device-label-text";
import { deviceText } from "../../src/contracts/text/device-text";
import { settingText } from "../../src/contracts/text/setting-text";
import { syncText } from "../../src/contracts/text/sync-text";

export const settingWords = {
  device: deviceText,
  deviceLabel: deviceLabelText,
  setting: settingText,
  sync: syncText,
};
