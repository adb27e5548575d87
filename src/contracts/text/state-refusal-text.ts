/** What is wrong with the state of a device, its label, or a change to the council's labels; part of `refusal-text.ts`. */
export const stateRefusals = {
  en: {
    "device-archived":
      "{{assetTag}} is archived and cannot be handed out. Choose another device, or change its status first.",
    "device-undeployable": "{{assetTag}} is not fit to be handed out. Change its status first.",
    "device-not-assigned": "Nobody holds this device.",
    "label-unknown":
      "“{{label}}” is not one of your labels for devices. Choose one that is, or add it in Settings, Device labels.",
    "label-retired": "The label “{{label}}” is retired. Choose another one.",
    "label-status-differs":
      "The label “{{label}}” stands for {{status}}, not {{other}}. Change one of the two, or leave the status out.",
    "label-taken": "There is already a label “{{label}}”. Choose another name.",
    "label-last":
      "“{{label}}” is the last label in use that stands for {{status}}. Add another one for that status first.",
    "label-carried":
      "Devices carry the label “{{label}}” ({{count}}). Give them another one first, or retire the label.",
    "label-unconfirmed": "That changes {{count}} devices with the label “{{label}}”. Confirm the number.",
    "label-devices-unfit":
      "The status cannot follow on {{count}} devices with the label “{{label}}”: {{assetTags}}. See the list for what to do first.",
  },
  cy: {
    "device-archived":
      "Mae {{assetTag}} wedi'i archifo ac ni ellir ei roi allan. Dewiswch ddyfais arall, neu newidiwch ei statws yn gyntaf.",
    "device-undeployable": "Nid yw {{assetTag}} yn addas i'w roi allan. Newidiwch ei statws yn gyntaf.",
    "device-not-assigned": "Nid oes neb yn dal y ddyfais hon.",
    "label-unknown":
      "Nid yw “{{label}}” yn un o'ch labeli ar gyfer dyfeisiau. Dewiswch un sydd, neu ychwanegwch ef yn Gosodiadau, Labeli dyfeisiau.",
    "label-retired": "Mae'r label “{{label}}” wedi'i ymddeol. Dewiswch un arall.",
    "label-status-differs":
      "Mae'r label “{{label}}” yn golygu {{status}}, nid {{other}}. Newidiwch un o'r ddau, neu gadewch y statws allan.",
    "label-taken": "Mae label “{{label}}” eisoes. Dewiswch enw arall.",
    "label-last":
      "“{{label}}” yw'r label olaf mewn defnydd sy'n golygu {{status}}. Ychwanegwch un arall ar gyfer y statws hwnnw yn gyntaf.",
    "label-carried":
      "Mae dyfeisiau â'r label “{{label}}” ({{count}}). Rhowch un arall iddynt yn gyntaf, neu ymddeolwch y label.",
    "label-unconfirmed": "Mae hynny'n newid {{count}} dyfais â'r label “{{label}}”. Cadarnhewch y nifer.",
    "label-devices-unfit":
      "Ni all y statws ddilyn ar {{count}} dyfais â'r label “{{label}}”: {{assetTags}}. Gweler y rhestr am yr hyn i'w wneud yn gyntaf.",
  },
} as const;
