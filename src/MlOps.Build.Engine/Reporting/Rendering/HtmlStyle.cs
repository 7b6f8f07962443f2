namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>
/// The page's style sheet. It holds no '&amp;', '&lt;' or '&gt;', which XML would escape and HTML would then read differently.
/// </summary>
internal static class HtmlStyle
{
    public const string Sheet =
        """

        :root {
          --paper: #fdfdfc; --raised: #f4f5f3; --ink: #1c2226; --quiet: #59636b; --line: #d9dedb; --link: #1f5c93;
          --pass: #226b43; --fail: #a9261c; --open: #7a5500; --wash-pass: #e6f2ea; --wash-fail: #fbe9e6; --wash-open: #fbf1dc;
          --s1: #2b6cb0; --s2: #c2601a; --s3: #2f855a; --s4: #8450a8; --s5: #b03060; --s6: #6b7280;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #15191c; --raised: #1d2327; --ink: #e4e8ea; --quiet: #9ba7af; --line: #343d43; --link: #8bbcec;
            --pass: #7fcf9f; --fail: #f0938a; --open: #e3bd66; --wash-pass: #1b3326; --wash-fail: #3c2220; --wash-open: #352c17;
            --s1: #6fa8e0; --s2: #e89a5b; --s3: #6fc496; --s4: #b78bd8; --s5: #e0799f; --s6: #a3abb3;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0 auto; max-width: 54rem; padding: 2.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
        }
        p { margin: 0 0 .9rem; max-width: 42rem; }
        a { color: var(--link); text-underline-offset: .15em; }
        h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
        .name { margin: 0; color: var(--quiet); font-weight: 600; }
        .name span { margin-left: .6em; font-weight: 400; }
        h1 { display: flex; gap: .6rem; align-items: flex-start; margin: .2rem 0 .6rem; font-size: 1.9rem; letter-spacing: -.015em; }
        h1 .mark { font-size: 1.15rem; width: 1.9rem; height: 1.9rem; margin-top: .15rem; }
        .about { color: var(--quiet); }
        .mark {
          flex: none; display: inline-flex; align-items: center; justify-content: center; width: 1.4rem; height: 1.4rem;
          border-radius: 50%; font-size: .8rem; font-weight: 700; line-height: 1; border: 1px solid transparent;
        }
        .pass .mark, h1.pass .mark { color: var(--pass); background: var(--wash-pass); border-color: var(--pass); }
        .fail .mark, h1.fail .mark { color: var(--fail); background: var(--wash-fail); border-color: var(--fail); }
        .open .mark, h1.open .mark { color: var(--open); background: var(--wash-open); border-color: var(--open); }
        .none .mark { color: var(--quiet); border-color: var(--line); }
        .checklist { list-style: none; margin: 1.4rem 0 0; padding: 0; border-top: 1px solid var(--line); }
        .checklist li { display: flex; gap: .8rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
        .checklist li .mark { margin-top: .1rem; }
        .checklist p { margin: 0; }
        .checklist em { font-style: normal; font-size: .8rem; font-weight: 600; white-space: nowrap; margin-left: .35em; }
        .pass em { color: var(--pass); } .fail em { color: var(--fail); } .open em { color: var(--open); } .none em { color: var(--quiet); }
        #checklist details { margin-top: .8rem; }
        .seen { color: var(--quiet); font-size: .9rem; }
        .seen strong { color: var(--ink); }
        nav { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; margin: 1.6rem 0 0; font-size: .9rem; }
        section { margin-top: 2.8rem; }
        h2 { margin: 0 0 .7rem; font-size: 1.3rem; letter-spacing: -.01em; }
        h3 { margin: 0 0 .3rem; font-size: 1rem; }
        .scroll { overflow-x: auto; margin: 0 0 1rem; }
        .scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; overflow-wrap: normal; }
        th, td { padding: .38rem 1rem .38rem 0; text-align: left; vertical-align: top; font-weight: 400; }
        th, td { border-bottom: 1px solid var(--line); }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { color: var(--quiet); font-weight: 600; vertical-align: bottom; }
        td bdi, tbody th bdi { display: inline-block; max-width: 20rem; overflow-wrap: break-word; }
        .short { white-space: nowrap; }
        .number { text-align: right; white-space: nowrap; }
        thead .number { white-space: normal; }
        .number bdi { max-width: none; } .number small { color: var(--quiet); font-size: .82em; }
        details { margin: 0 0 .8rem; }
        summary { cursor: pointer; color: var(--link); font-size: .9rem; margin-bottom: .4rem; width: fit-content; }
        .figures { display: grid; gap: 2.2rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(21rem, 100%), 1fr)); }
        figure { margin: 0; min-width: 0; display: flex; flex-direction: column; }
        figcaption p { font-size: .9rem; color: var(--quiet); margin-bottom: .6rem; }
        @media (min-width: 48rem) {
          .figures figure:only-child { display: grid; grid-template: auto 1fr / minmax(0, 2fr) minmax(0, 3fr); gap: 0 2.5rem; }
          .figures figure:only-child .scroll { grid-column: 2; grid-row: 1 / span 3; }
        }
        svg { display: block; width: 100%; max-width: 27rem; height: auto; font: 11px system-ui, -apple-system, Roboto, sans-serif; }
        text { fill: var(--quiet); } .title { font-weight: 600; } .label { fill: var(--ink); font-size: 12px; }
        .grid { stroke: var(--line); stroke-width: .7; } .axis { stroke: var(--quiet); stroke-width: 1; }
        .guide { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 4 4; }
        .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
        .line.s1 { stroke: var(--s1); } .line.s2 { stroke: var(--s2); } .line.s3 { stroke: var(--s3); }
        .line.s4 { stroke: var(--s4); } .line.s5 { stroke: var(--s5); } .line.s6 { stroke: var(--s6); }
        .dot.s1, .bar.s1, .cloud.s1 { fill: var(--s1); } .dot.s2 { fill: var(--s2); } .dot.s3 { fill: var(--s3); }
        .dot.s4 { fill: var(--s4); } .dot.s5 { fill: var(--s5); } .dot.s6 { fill: var(--s6); }
        .cloud { fill-opacity: .45; } .mark.s2 { fill: var(--paper); stroke: var(--s2); stroke-width: 2; }
        .whisker { stroke: var(--ink); stroke-width: 1.4; }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; margin: 0 0 .5rem; padding: 0; font-size: .85rem; }
        .swatch { display: inline-block; width: 1.1rem; height: .2rem; margin-right: .4rem; vertical-align: middle; }
        i.s1 { background: var(--s1); } i.s2 { background: var(--s2); } i.s3 { background: var(--s3); }
        i.s4 { background: var(--s4); } i.s5 { background: var(--s5); } i.s6 { background: var(--s6); }
        .confusion td { text-align: right; min-width: 4.5rem; padding: .45rem .7rem; border: 2px solid var(--paper); }
        .confusion thead th { padding: .38rem .7rem; text-align: right; }
          .confusion thead th:first-child { white-space: nowrap; }
          .confusion tr th:first-child { padding-left: 0; text-align: left; } .confusion small { display: block; color: var(--quiet); }
        .right.shade1 { background: rgb(43 108 176 / .08); } .right.shade2 { background: rgb(43 108 176 / .16); }
        .right.shade3 { background: rgb(43 108 176 / .24); } .right.shade4, .right.shade5 { background: rgb(43 108 176 / .34); }
        .wrong.shade1 { background: rgb(194 96 26 / .08); } .wrong.shade2 { background: rgb(194 96 26 / .16); }
        .wrong.shade3 { background: rgb(194 96 26 / .24); } .wrong.shade4, .wrong.shade5 { background: rgb(194 96 26 / .34); }
        footer { margin-top: 3.5rem; padding-top: .8rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; }
        @media print {
          :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --link: #000; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          nav { display: none; } figure, li, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
          .scroll { overflow: visible; } .figures { grid-template-columns: 1fr 1fr; }
          * { print-color-adjust: exact; }
        }

        """;
}
