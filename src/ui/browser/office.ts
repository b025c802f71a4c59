/// <reference lib="dom" />
import 'htmx.org'

document.documentElement.classList.add('js')

addEventListener('keydown', (event) => {
  if (event.defaultPrevented) return // a writer's Ctrl K makes a link
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
  const search = document.querySelector<HTMLInputElement>('.omni input')
  if (!search) return
  event.preventDefault()
  search.focus()
  search.select()
})

/** Menus close when the next thing is pressed, and by Escape. Without script they close by their own button. */
addEventListener('click', (event) => {
  const pressed = event.target instanceof Node ? event.target : null
  for (const menu of openMenus()) if (!menu.contains(pressed)) menu.open = false
})
addEventListener('keyup', (event) => {
  if (event.key !== 'Escape') return
  for (const menu of openMenus()) {
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
    menu.open = false
  }
})

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')

const focusErrors = () => document.getElementById('error-summary')?.focus()
addEventListener('htmx:after:swap', focusErrors)
focusErrors()
