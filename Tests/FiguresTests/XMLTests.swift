import Markup
import Testing

/// Markup and the texts in it.
@Suite struct XMLTests {
  @Test func `what is interpolated is text, unless it is markup`() {
    let text = "a < b & \"c\" > d\n"
    #expect(("<p>\(text)</p>" as XML).text == "<p>a &lt; b &amp; &quot;c&quot; &gt; d&#10;</p>")
    let piece: XML = "<em>\(text)</em>"
    #expect(("<p>\(piece)</p>" as XML).text == "<p>\(piece.text)</p>")
    #expect(("\(7) of \(-3)" as XML).text == "7 of -3")
  }

  @Test func `pieces stand one after the other, and none is nothing`() {
    let none: XML? = nil
    let items = ["a", "<", "\""].map { "<li>\($0)</li>" as XML }
    #expect(
      ("<ul>\(items)\(none)</ul>" as XML).text
        == "<ul><li>a</li><li>&lt;</li><li>&quot;</li></ul>")
    #expect(XML(items, separator: ", ").text == "<li>a</li>, <li>&lt;</li>, <li>&quot;</li>")
    #expect(XML([]).text == "")
  }

  /// A quote with an accent on it is one character, and closes an attribute all the same.
  @Test func `accents do not hide what is reserved`() {
    #expect(
      ("<a href=\"\("\"\u{301}<\u{338}&\u{20D2}")\"/>" as XML).text
        == "<a href=\"&quot;\u{301}&lt;\u{338}&amp;\u{20D2}\"/>")
  }

  @Test func `characters that XML does not have are replaced`() {
    let text = "a\u{0}b\u{1B}c\u{FFFE}d\u{FFFF}\te\r\u{10FFFF}"
    #expect(
      ("\(text)" as XML).text
        == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}\te\r\u{10FFFF}")
  }
}
