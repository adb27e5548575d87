import { messageTopics, topicsFor } from "../../../src/domain/check-in/message-topic";

describe("what somebody can be written to about", () => {
  it("is everything for those who may read findings", () => {
    expect(topicsFor(true, [])).toEqual(messageTopics);
  });

  it("is all but the digests for others, unless they stopped one while they were sent it", () => {
    const others = messageTopics.filter((topic) => topic !== "findings" && topic !== "blockers");
    expect(topicsFor(false, [])).toEqual(others);
    expect(topicsFor(false, ["kit"])).toEqual(others);
    expect(topicsFor(false, ["findings", "blockers"])).toEqual(messageTopics);
  });
});
