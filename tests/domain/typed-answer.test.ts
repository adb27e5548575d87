import fc from "fast-check";
import {
  acceptanceAnswerOf,
  commandOf,
  kitAnswerOf,
  numbersOf,
  snoozeOf,
  topicOf,
} from "../../src/domain/typed-answer";

describe("a typed command", () => {
  test.each([
    ["help", "help", false],
    ["  HELP!  ", "help", false],
    ["?", "help", false],
    ["cymorth", "help", true],
    ["hi", "greeting", false],
    ["Hello.", "greeting", false],
    ["helo", "greeting", true],
    ["My   kit", "my-kit", false],
    ["fy offer", "my-kit", true],
    ["questions", "questions", false],
    ["cwestiynau", "questions", true],
    ["What do you want from me?", "questions", false],
    ["Beth ydych chi eisiau gen i?", "questions", true],
    ["Team status", "team-status", false],
    ["fy nhîm?", "team-status", true],
    ["my kit ?", "my-kit", false],
    ["statws tîm", "team-status", true],
    ["stop", "stop", false],
    ["stopio", "stop", true],
    ["start", "start", false],
    ["dechrau", "start", true],
  ])("%p is %s", (text, command, welsh) => {
    expect(commandOf(text)).toEqual({ command, welsh });
  });

  test.each(["", "helpless", "please stop the printer", "yes", "constructor"])("%p is none", (text) => {
    expect(commandOf(text)).toBeNull();
  });
});

describe("a typed word about messages", () => {
  test.each([
    ["Tomorrow!", { snooze: "tomorrow", welsh: false }],
    ["not now", { snooze: "tomorrow", welsh: false }],
    ["next week", { snooze: "next-week", welsh: false }],
    ["wythnos nesaf", { snooze: "next-week", welsh: true }],
    ["tomorrow I am away", null],
  ])("%p puts off: %j", (text, expected) => {
    expect(snoozeOf(text)).toEqual(expected);
  });

  test.each([
    ["stop kit", { topic: "kit", wanted: false, welsh: false }],
    ["Start stock-takes", { topic: "stock-take", wanted: true, welsh: false }],
    ["stopio offer", { topic: "kit", wanted: false, welsh: true }],
    ["stop surveys", { topic: "survey", wanted: false, welsh: false }],
    ["stop rollouts", { topic: "rollout-step", wanted: false, welsh: false }],
    ["stop renewals", { topic: "renewal", wanted: false, welsh: false }],
    ["stopio adnewyddiadau", { topic: "renewal", wanted: false, welsh: true }],
    ["stop findings", { topic: "findings", wanted: false, welsh: false }],
    ["dechrau canfyddiadau", { topic: "findings", wanted: true, welsh: true }],
    ["dechrau arolygon", { topic: "survey", wanted: true, welsh: true }],
    ["stop", null],
    ["stop the lift", null],
  ])("%p is about one purpose: %j", (text, expected) => {
    expect(topicOf(text)).toEqual(expected);
  });
});

describe("a typed answer", () => {
  test.each([
    ["yes", 1, ["have"], false],
    ["yes", 2, ["have", "have"], false],
    ["I have it", 1, ["have"], false],
    ["All OK!", 3, ["have", "have", "have"], false],
    ["broken", 1, ["broken"], false],
    ["It’s broken.", 1, ["broken"], false],
    ["I don’t have it", 1, ["missing"], false],
    ["mae gen i", 1, ["have"], true],
    ["wedi torri", 1, ["broken"], true],
    ["does gen i ddim", 1, ["missing"], true],
    ["ydw", 2, ["have", "have"], true],
    ["oes", 1, ["have"], true],
    ["popeth yn iawn", 2, ["have", "have"], true],
    ["1 have, 2 broken, 3 don't have", 3, ["have", "broken", "missing"], false],
    ["2 broken, 1 have", 2, ["have", "broken"], false],
    ["1: I have it; 2: it is broken", 2, ["have", "broken"], false],
    ["1 and 2 have, 3 broken", 3, ["have", "have", "broken"], false],
    ["1,2 have and 3 broken", 3, ["have", "have", "broken"], false],
    ["1 mae gen i, 2 wedi torri", 2, ["have", "broken"], true],
    ["1 mae gen i a 2 does gen i ddim", 2, ["have", "missing"], true],
    ["device 1 broken", 1, ["broken"], false],
    ["device 1 broken, and device 2 have", 2, ["broken", "have"], false],
    ["1) have\n2) missing", 2, ["have", "missing"], false],
  ])("%p to %i devices is %j", (text, count, answers, welsh) => {
    expect(kitAnswerOf(text, count)).toEqual({ kind: "complete", answers, welsh });
  });

  test.each([
    ["2 broken", 3, "partial"],
    ["1 have", 2, "partial"],
    ["4 broken", 3, "no-such-number"],
    ["0 have, 1 have", 1, "no-such-number"],
    ["1 have, 1 broken", 1, "unclear"],
    ["1 have, 2", 2, "unclear"],
    ["1 have, 2 on fire", 2, "unclear"],
    ["broken 1 have", 1, "unclear"],
    ["broken device 1 have", 1, "unclear"],
    ["broken", 2, "unclear"],
    ["I have it", 2, "unclear"],
    ["no", 1, "unclear"],
    ["na", 1, "unclear"],
    ["yes", 0, "unclear"],
  ])("%p to %i devices is asked back as %s", (text, count, why) => {
    expect(kitAnswerOf(text, count)).toMatchObject({ kind: "ask-back", why });
  });

  test.each(["", "what is 2 + 2", "thanks", "I have 2 cats", "__proto__", "🙂", "1", "99999999999999999999"])(
    "%p is no answer at all",
    (text) => {
      expect(kitAnswerOf(text, 2)).toBeNull();
    },
  );

  test("whatever is typed, a complete answer covers every device exactly once", () => {
    const word = fc.constantFrom(
      "have",
      "broken",
      "missing",
      "and",
      ",",
      "yes",
      "oes",
      "1",
      "2",
      "3",
      "17",
      " ",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 4 }), (typed, count) => {
        const read = kitAnswerOf(typed, count);
        if (read?.kind === "complete") expect(read.answers).toHaveLength(count);
      }),
    );
  });
});

describe("typed numbers", () => {
  test.each([
    ["4", [4]],
    [" 4 3 5 ", [4, 3, 5]],
    ["4,3;5.", [4, 3, 5]],
    ["12", [12]],
    ["", null],
    ["4 stars", null],
    ["-1", null],
    ["4.5", null],
    ["123", null],
    [Array.from({ length: 51 }, () => "1").join(" "), null],
  ])("%j are %j", (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });

  test.each([
    ["1", "have"],
    ["2", "broken"],
    ["3.", "missing"],
  ])("%s is an answer for the one device there is: %s", (text, answer) => {
    expect(kitAnswerOf(text, 1)).toEqual({ kind: "complete", answers: [answer], welsh: false });
  });

  test("of an answer that is not there is asked back, and of several devices it says nothing", () => {
    expect(kitAnswerOf("4", 1)).toMatchObject({ kind: "ask-back", why: "no-such-number" });
    expect(kitAnswerOf("1", 3)).toBeNull();
  });

  test("say whether a device that was handed over is theirs", () => {
    expect(acceptanceAnswerOf("1")).toMatchObject({ kind: "complete", answer: "accepted" });
    expect(acceptanceAnswerOf("2")).toMatchObject({ kind: "complete", answer: "declined" });
    expect(acceptanceAnswerOf("3")).toBeNull();
  });
});
