// Asks the server for the headline of a move beside the session's own connection, and shows it at once: the answer of the whole page keeps
// the browser busy for longer than the headline needs. One question at a time; of those that wait the last.

const GIVEN_UP_AFTER = 1500 // ms
const ASKED_AGAIN_AFTER = 10000 // ms, where there was none

function createHeadline() {
  let under = null // the question that is under way
  let latest = null
  let refused = null // what the server did not answer, and when: it is another one, or the method takes longer
  const headline = {}

  headline.has = (session, of) => refused?.what !== session + of || performance.now() - refused.at > ASKED_AGAIN_AFTER

  // still: whether what was asked for is what the panel shows.  Resolves to whether the headline is of that.
  headline.ask = async (told, still) => {
    const mine = (latest = {})
    while (under) await under
    if (latest !== mine || !still()) return false
    under = answer(told)
    const found = await under
    under = null
    if (!found) {
      refused = { what: told.session + told.of, at: performance.now() }
      return false
    }
    if (latest !== mine || !still()) return false
    window.criteriaLive.show("verdict", { ...found, holds: still })
    return true
  }

  async function answer({ session, revision, points }) {
    const folder = location.pathname.endsWith("/") ? location.pathname : location.pathname + "/"
    const headers = { "X-Criteria-Session": session, "X-Criteria-Revision": String(revision) }
    const address = `${folder}headline?points=${encodeURIComponent(JSON.stringify(points))}`
    try {
      const said = await fetch(address, { headers, signal: AbortSignal.timeout(GIVEN_UP_AFTER) })
      return said.ok ? await said.json() : null
    } catch {
      return null
    }
  }

  return headline
}
