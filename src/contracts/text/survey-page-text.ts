import { bilingual } from "./bilingual";

/** Surveys before they are asked, what repeats them, and the pages of one team and one statement. */
export const surveyPageText = bilingual(
  {
    "form.length": "How long it is",
    "form.lengthHint": "A pulse is answered in passing; it suits a survey that repeats every 6 weeks.",
    "form.survey": "Survey: {{most}} statements at most",
    "form.pulse": "Pulse: {{most}} statements at most",
    "form.pulseMany": "A pulse has {{pulse}} statements at most. Take some out, or make it a survey.",
    "preview.show": "See how it is asked",
    "preview.hide": "Hide how it is asked",
    "preview.needs": "Give it a title and a statement to see how it is asked.",
    "preview.language": "Language of the preview",
    "preview.card": "As a card in Teams",
    "preview.page": "As the page people answer on",
    "preview.noWelsh_one": "{{count}} statement has no Welsh; people who read Welsh see it in English.",
    "preview.noWelsh_other": "{{count}} statements have no Welsh; people who read Welsh see them in English.",
    "programme.title": "Repeating",
    "programme.once": "This survey does not repeat.",
    "programme.running": "Repeats every {{weeks}} weeks. The next run opens on {{when}} for {{days}} days.",
    "programme.stopped": "Stopped: no further run opens. It repeated every {{weeks}} weeks.",
    "programme.runs": "Other runs",
    "programme.start": "Repeat this survey",
    "programme.stop": "Stop repeating",
    "programme.again": "Repeat again",
    "programme.every": "How often",
    "programme.weeks": "Every {{weeks}} weeks",
    "programme.days": "Days that each run stays open",
    "programme.startTitle": "Repeat this survey?",
    "programme.startText":
      "Every run asks the same statements of whoever is in the same teams by then, with one message in Teams, and opens by itself. Each is a survey of its own: answers are never joined from one run to the next. A run opens no sooner than the interval after the one before, once that one has closed.",
    "programme.stopTitle": "Stop repeating this survey?",
    "programme.stopText":
      "No further run opens. A run that is open goes on until its closing time, and the results of earlier runs stay.",
    "programme.againTitle": "Repeat this survey again?",
    "programme.againText":
      "The next run opens by itself, no sooner than the interval after the last one, and people get one message in Teams.",
    "programme.failed": "The programme could not be changed",
  },
  {
    "form.length": "Pa mor hir ydyw",
    "form.lengthHint": "Atebir pwls wrth fynd heibio; mae’n addas i arolwg sy’n ailadrodd bob 6 wythnos.",
    "form.survey": "Arolwg: {{most}} gosodiad ar y mwyaf",
    "form.pulse": "Pwls: {{most}} gosodiad ar y mwyaf",
    "form.pulseMany":
      "Mae gan bwls {{pulse}} gosodiad ar y mwyaf. Tynnwch rai allan, neu gwnewch ef yn arolwg.",
    "preview.show": "Gweld sut y gofynnir ef",
    "preview.hide": "Cuddio sut y gofynnir ef",
    "preview.needs": "Rhowch deitl a gosodiad iddo i weld sut y gofynnir ef.",
    "preview.language": "Iaith y rhagolwg",
    "preview.card": "Fel cerdyn yn Teams",
    "preview.page": "Fel y dudalen y mae pobl yn ateb arni",
    "preview.noWelsh_zero": "Mae Cymraeg i bob gosodiad.",
    "preview.noWelsh_one": "Nid oes Cymraeg i {{count}} gosodiad; gwelir ef yn Saesneg.",
    "preview.noWelsh_two": "Nid oes Cymraeg i {{count}} osodiad; gwelir nhw yn Saesneg.",
    "preview.noWelsh_few": "Nid oes Cymraeg i {{count}} gosodiad; gwelir nhw yn Saesneg.",
    "preview.noWelsh_many": "Nid oes Cymraeg i {{count}} gosodiad; gwelir nhw yn Saesneg.",
    "preview.noWelsh_other": "Nid oes Cymraeg i {{count}} gosodiad; gwelir nhw yn Saesneg.",
    "programme.title": "Ailadrodd",
    "programme.once": "Nid yw’r arolwg hwn yn ailadrodd.",
    "programme.running":
      "Mae’n ailadrodd bob {{weeks}} wythnos. Mae’r rhediad nesaf yn agor ar {{when}} am {{days}} diwrnod.",
    "programme.stopped":
      "Wedi stopio: ni fydd rhediad arall yn agor. Roedd yn ailadrodd bob {{weeks}} wythnos.",
    "programme.runs": "Rhediadau eraill",
    "programme.start": "Ailadrodd yr arolwg hwn",
    "programme.stop": "Stopio ailadrodd",
    "programme.again": "Ailadrodd eto",
    "programme.every": "Pa mor aml",
    "programme.weeks": "Bob {{weeks}} wythnos",
    "programme.days": "Diwrnodau y mae pob rhediad ar agor",
    "programme.startTitle": "Ailadrodd yr arolwg hwn?",
    "programme.startText":
      "Mae pob rhediad yn gofyn yr un gosodiadau i bwy bynnag sydd yn yr un timau erbyn hynny, gydag un neges yn Teams, ac yn agor ar ei ben ei hun. Mae pob un yn arolwg ar wahân: ni chysylltir atebion byth o un rhediad i’r nesaf. Nid yw rhediad yn agor yn gynt na’r cyfnod ar ôl yr un blaenorol, ac ar ôl i hwnnw gau.",
    "programme.stopTitle": "Stopio ailadrodd yr arolwg hwn?",
    "programme.stopText":
      "Ni fydd rhediad arall yn agor. Mae rhediad sydd ar agor yn parhau tan ei amser cau, ac mae canlyniadau rhediadau cynharach yn aros.",
    "programme.againTitle": "Ailadrodd yr arolwg hwn eto?",
    "programme.againText":
      "Mae’r rhediad nesaf yn agor ar ei ben ei hun, dim cynt na’r cyfnod ar ôl yr un diwethaf, ac mae pobl yn cael un neges yn Teams.",
    "programme.failed": "Nid oedd modd newid y rhaglen",
  },
);
