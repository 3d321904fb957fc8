/// The style sheet: one column of text, light and dark from one set of colours, and for paper.
enum PageStyle {
  static let text =
    #"""
    :root {
      color-scheme: light dark;
      --page: light-dark(#ffffff, #15181d); --raised: light-dark(#f5f6f7, #1c2026);
      --ink: light-dark(#1d2126, #e4e7eb); --muted: light-dark(#59616c, #a2abb7);
      --line: light-dark(#dcdfe3, #323943); --link: light-dark(#1c5a92, #86bdf2);
      --good: light-dark(#1f6b47, #7fd0a5); --bad: light-dark(#a4302a, #f4948a);
      --open: light-dark(#7a5700, #e2bd62);
    }
    :root[data-theme=light] { color-scheme: light }
    :root[data-theme=dark] { color-scheme: dark }
    * { box-sizing: border-box }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
    body {
      margin: 0 auto; max-width: 86rem; padding: 1rem clamp(0.9rem, 3vw, 2.5rem) 3rem;
      background: var(--page); color: var(--ink);
      font: 1.0625rem/1.5 Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Palatino,
        "URW Palladio L", "Source Serif 4", Georgia, Cambria, "DejaVu Serif", serif;
      overflow-wrap: break-word;
    }
    math { font-family: "STIX Two Math", "Latin Modern Math", "Cambria Math", math, serif }
    math[display=inline] { font-size: 1.02em }
    code, kbd {
      font: 0.86em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      overflow-wrap: anywhere;
    }
    kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 0.35em; color: var(--muted) }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em }
    h1, h2, h3, h4 { line-height: 1.25; font-weight: 600; margin: 0; text-wrap: balance }
    h1 { font-size: clamp(1.3rem, 1rem + 1.6vw, 1.9rem); font-weight: 500 }
    h2 { font-size: 1.3rem; margin: 2.6rem 0 0.8rem; font-weight: 500 }
    p, ul, dl, dd, figure { margin: 0 }
    ul, ol { padding-left: 1.2rem }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
    [tabindex="-1"]:focus { outline: none }
    [hidden] { display: none }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    .skip { position: absolute; left: -100rem }
    .skip:focus { position: static }
    .size, .source, .program, .place, figcaption, footer { color: var(--muted) }
    .size { font-size: 0.88em }
    button {
      font: inherit; font-size: 0.9em; color: var(--ink); background: var(--raised); cursor: pointer;
      border: 1px solid var(--line); border-radius: 4px; padding: 0.1rem 0.7rem;
    }
    .program { display: flex; justify-content: space-between; align-items: center; min-height: 2rem; font-size: 0.9rem }
    .unfinished { margin-top: 0.8rem; padding: 0.5rem 0.8rem; border-left: 3px solid var(--open); background: var(--raised) }

    .answers { margin-top: 1.2rem; border-top: 1px solid var(--line) }
    .answer { padding-top: 1rem }
    .answer h2 { margin: 0; font-size: 1.1rem }
    .answer a { color: inherit; text-decoration-color: var(--line) }
    .reply { font-size: 1.25rem; line-height: 1.35; margin: 0.25rem 0 0.35rem }
    .answers > .reply { margin-top: 1rem }
    .answer li { color: var(--muted); font-size: 0.95rem }
    .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0.6rem 2rem; margin-top: 1.2rem }
    .counts dt { font-size: 1.5rem; line-height: 1.2; font-variant-numeric: lining-nums }
    .counts dd { color: var(--muted); font-size: 0.95rem }
    .roots h3 { display: inline; font-size: 1.05rem }
    .roots summary::first-letter { text-transform: uppercase }
    .roots li { margin: 0.35rem 0 }
    .roots details { margin-top: 0.6rem }
    nav ol { columns: 20rem; column-gap: 2rem; list-style: none; padding: 0 }
    nav li { break-inside: avoid }
    summary { cursor: pointer }

    form {
      position: sticky; top: 0; z-index: 1; background: var(--page); border-block: 1px solid var(--line);
      margin-top: 2.2rem; padding: 0.6rem 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1.4rem; align-items: center;
      font-size: 0.92rem;
    }
    form fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem }
    form legend { float: left; padding: 0; margin-right: 0.6rem; color: var(--muted) }
    form .search { display: flex; gap: 0.5rem; align-items: center; flex: 1 1 18rem }
    input[type=search] {
      flex: 1; min-width: 0; font: inherit; color: var(--ink); background: var(--raised);
      border: 1px solid var(--line); border-radius: 4px; padding: 0.2rem 0.5rem;
    }
    input[type=checkbox] { accent-color: var(--link); margin: 0 0.15rem 0 0; vertical-align: -0.1em }
    .shown { margin-left: auto; color: var(--muted); font-variant-numeric: tabular-nums }

    """# + statements

  private static let statements = #"""
    .statement { border-top: 1px solid var(--line); padding: 1rem 0 1.2rem; scroll-margin-top: 7rem }
    .part { scroll-margin-top: 5rem }
    .statement:target > header h3 { text-decoration: underline; text-decoration-color: var(--link); text-underline-offset: 0.2em }
    .statement h3 { font-size: 1.12rem }
    .statement h3 a { text-decoration: none; margin-right: 0.3rem }
    .place { font-size: 0.93rem; margin-top: 0.15rem }
    .source::before { content: "· " }
    .verdict { font-weight: 600 }
    .verdict.proved, .verdict.checked { color: var(--good) }
    .verdict.refuted, .fault { color: var(--bad) }
    .verdict.undecided { color: var(--open) }
    .fault::before { content: "· " }
    .question, .note { margin-top: 0.5rem }
    .question { font-style: italic }
    /* Formulas reach a little beyond their lines; where a line scrolls that would be cut. */
    .conditions, .definitions, .formula, .findings p, .findings li, .notation dt {
      overflow-x: auto; overflow-y: hidden; scrollbar-width: thin; padding-block: 0.3rem;
    }
    .conditions { margin-top: 0.1rem; color: var(--muted) }
    .definitions { list-style: none; padding-left: 0; margin-top: 0.3rem; font-size: 0.97em }
    .definitions::before { content: "where"; color: var(--muted) }
    .definitions li { padding: 0.1rem 0 0.1rem 1.2rem; width: max-content; min-width: 100% }
    .forms { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem 1.5rem; margin-top: 0.7rem }
    .form { min-width: 0; border-left: 3px solid var(--line); padding-left: 0.9rem }
    .form.proved, .form.checked { border-color: var(--good) }
    .form.refuted { border-color: var(--bad) }
    .form.undecided { border-color: var(--open) }
    .form h4 { font-size: 0.93rem; color: var(--muted) }
    .formula math { font-size: 0.92em; width: max-content; min-width: 100% }
    .findings { font-size: 0.93rem; line-height: 1.4 }
    .findings ul { list-style: none; padding-left: 1rem }
    .formula { padding-block: 0.5rem }
    .findings p, .findings li { margin-block: -0.1rem }
    .note { color: var(--muted) }
    .note, .answer ul, .reply, .roots ul, .part > p, figcaption, footer p { max-width: 54rem }
    .statement details { margin-top: 0.6rem; font-size: 0.93rem }
    .statement summary { color: var(--muted) }
    .statement dl > div { display: grid; grid-template-columns: 5rem 1fr; gap: 0.6rem; margin-top: 0.25rem }
    .statement dt { color: var(--muted) }
    .statement dd { min-width: 0 }
    .command { display: block }
    .command::before { content: "$ "; color: var(--muted) }
    figure { margin: 1rem 0 2rem }
    .wide { overflow-x: auto; scrollbar-width: thin }
    .wide svg { display: block; max-width: 100%; min-width: 40rem; height: auto }
    figcaption { margin-top: 0.5rem; font-size: 0.95rem }
    table { border-collapse: collapse; margin: 0.8rem 0; font-size: 0.93rem; font-variant-numeric: lining-nums tabular-nums }
    th, td { padding: 0.2rem 1rem 0.2rem 0; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--line); font-weight: 400 }
    thead th, tbody th { color: var(--muted) }
    .notation { columns: 24rem; column-gap: 2.5rem; font-size: 0.95rem }
    .notation div { break-inside: avoid; display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0.8rem; padding: 0.15rem 0 }
    .notation dd { color: var(--muted) }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 0.6rem; font-size: 0.9rem }

    @media (max-width: 50rem) {
      form { position: static }
      .statement, .part { scroll-margin-top: 1rem }
      .shown { margin-left: 0; flex: 1 1 100% }
    }
    @media print {
      :root { color-scheme: light }
      body { max-width: none; padding: 0; font-size: 9.5pt; background: none }
      form, nav, button, .skip { display: none }
      details::details-content { content-visibility: visible; block-size: auto }
      .form, figure, tr { break-inside: avoid }
      h2, h3, h4, .statement > header { break-after: avoid }
      a { color: inherit; text-decoration: none }
      .wide svg { min-width: 0 }
      .formula, .conditions, .definitions, .wide { overflow: visible }
    }

    """#
}
