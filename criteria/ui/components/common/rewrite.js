// Writes into the page only what is not there already: what is put again makes the browser work the styles out, or lay the page out, anew.

function put(element, name, value) {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

// The text is made anew: one that stood at the right and stayed would count as moved when it gets longer.
function say(element, words) {
  if (element.textContent !== words) element.textContent = words
}
