// Keeps the link that was opened while a sign-in leads to another site and back to the first page, and opens it then.
const NAME = "criteria-link"
export default function (component) {
  const { data, setStateValue } = component
  try {
    const here = window.location
    if (data.keep) {
      if (here.search) window.sessionStorage.setItem(NAME, here.pathname + here.search)
      return
    }
    const link = window.sessionStorage.getItem(NAME)
    window.sessionStorage.removeItem(NAME)
    if (link && !here.search && link.startsWith(here.pathname) && !link.startsWith("//")) {
      here.replace(link)
      return
    }
  } catch {
    // a browser that keeps nothing: the link has to be opened again
  }
  setStateValue("looked", true)
}
