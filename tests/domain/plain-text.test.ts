import { plainText } from "../../src/domain/plain-text";

describe("HTML as plain text", () => {
  it("keeps the words and the lines, and nothing of the markup", () => {
    const html =
      "<h2>Retire &amp; go</h2><p>Classic <b>meetings</b> end.&nbsp;Soon.</p><ul><li>Tell</li><li>Train</li></ul>";
    expect(plainText(html, 1_000)).toBe("Retire & go\n\nClassic meetings end. Soon.\n\nTell\n\nTrain");
  });

  it("leaves out what nobody reads, scripts and comments above all", () => {
    expect(plainText("a<script>alert('x')</script><style>p{}</style><!-- c -->b", 100)).toBe("ab");
    expect(plainText('<img src=x onerror="alert(1)">c', 100)).toBe("c");
  });

  it("makes letters of entities, once, and leaves unknown ones as they are", () => {
    expect(plainText("&#8217;&#x2019;&lt;b&gt;&amp;lt; &nosuch; &#0;", 100)).toBe("’’<b>&lt; &nosuch;");
  });

  it("is no longer than asked, and cuts no letter in half", () => {
    expect(plainText("👩‍🚒abcdef", 4)).toHaveLength(Array.from("👩‍🚒").join("").length + 1);
    expect(plainText("abc", 3)).toBe("abc");
    expect(plainText("abcd", 3)).toBe("ab…");
  });
});
