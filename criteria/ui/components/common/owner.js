// Keeps the key by which this browser finds what it saved, and tells it to the page. Nobody can guess it; it never leaves in a link.
const NAME = "criteria-owner"
export default function (component) {
  const { data, setStateValue } = component
  let key = null
  try {
    key = window.localStorage.getItem(NAME)
    if (!/^[0-9a-f]{48}$/.test(key ?? "")) {
      const bytes = window.crypto.getRandomValues(new Uint8Array(24))
      key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
      window.localStorage.setItem(NAME, key)
    }
  } catch {
    return  // a browser that keeps nothing: what is saved is found again in this tab, and by its link
  }
  if (key !== data.known) setStateValue("owner", key)
}
