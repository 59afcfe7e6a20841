// Keeps the answers that this browser saw last, by problem, and tells the page where a link with other answers is opened.
// What came before is told once, when the page is opened; from then on the latest answers are kept.
export default function (component) {
  const { data, setStateValue } = component
  const name = `criteria-answers:${data.problem}`
  const compared = (window.criteriaAnswersCompared ??= {})
  try {
    const before = window.localStorage.getItem(name) ?? ""
    if (!compared[data.problem]) {
      compared[data.problem] = true
      if (before && data.answers && before !== data.answers) {
        setStateValue("kept", before)
        return
      }
    }
    if (data.answers && !data.open) window.localStorage.setItem(name, data.answers)
  } catch {
    return // a browser that keeps nothing: links can still be pasted under Facilitate
  }
}
