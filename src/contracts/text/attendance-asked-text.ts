import { bilingual } from "./bilingual";

/** Whether somebody was at a session: the same words on the card and on My kit. */
export const attendanceAskedText = bilingual(
  {
    title: "Were you at the training?",
    when: "It began {{when}}.",
    question: "Were you there?",
    "choice.yes": "Yes, I was there",
    "choice.no": "No, I was not there",
    "choice.could-not-join": "I could not join",
    byTyping: 'You can also type 1, 2 or 3, or "yes", "no" or "I could not join".',
    summary: "IT asks whether you were at a training",
    thanks: "Thank you, that is written down.",
    kept: "Thank you. IT has written something down for you already, and that stays. Tell IT if it is wrong.",
    required: "Choose one of the answers.",
    send: "Send",
    failed: "It was not sent",
  },
  {
    title: "Oeddech chi yn yr hyfforddiant?",
    when: "Dechreuodd {{when}}.",
    question: "Oeddech chi yno?",
    "choice.yes": "Oeddwn, roeddwn i yno",
    "choice.no": "Nac oeddwn, doeddwn i ddim yno",
    "choice.could-not-join": "Ni allwn ymuno",
    byTyping: 'Gallwch hefyd deipio 1, 2 neu 3, neu "oeddwn", "nac oeddwn" neu "ni allwn ymuno".',
    summary: "Mae TG yn gofyn a oeddech chi mewn hyfforddiant",
    thanks: "Diolch, mae hynny wedi'i gofnodi.",
    kept: "Diolch. Mae TG eisoes wedi cofnodi rhywbeth amdanoch, ac mae hynny'n aros. Dywedwch wrth TG os yw'n anghywir.",
    required: "Dewiswch un o'r atebion.",
    send: "Anfon",
    failed: "Ni chafodd ei anfon",
  },
);
