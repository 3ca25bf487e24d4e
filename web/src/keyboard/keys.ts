type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>

export const onMac = (platform = navigator.platform): boolean => /Mac|iPhone|iPad/.test(platform)

/** What is on the key in any layout: where letters are not Latin, the one that is printed there in Latin. */
function characterOf({ key, code }: Pressed): string {
  if (key.length > 1 || key.charCodeAt(0) < 128) return key.length > 1 ? key : key.toLowerCase()
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key
}

/** How a key press is written in the table of shortcuts; undefined for what is never one. */
export function keysOf(event: Pressed, mac = onMac()): string | undefined {
  const character = characterOf(event)
  const named = character.length > 1
  // AltGr types characters; some systems call it Ctrl and Alt.
  if (event.getModifierState('AltGraph')) return named ? undefined : character
  const [mod, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  if (other || (mod && event.altKey)) return undefined
  if (mod) return event.shiftKey ? undefined : `Mod+${character}`
  if (event.altKey) return named && !event.shiftKey ? `Alt+${character}` : undefined
  return named && event.shiftKey ? `Shift+${character}` : character
}

const symbols: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Shift: 'Shift',
}
const macSymbols: Record<string, string> = { Mod: '⌘', Alt: '⌥', Enter: '↵' }
const otherSymbols: Record<string, string> = { Mod: 'Ctrl', Alt: 'Alt', Enter: 'Enter' }

/** What is printed on the keys to press, one after the other. */
export const capsOf = (keys: string, mac = onMac()): string[][] =>
  keys.split(' ').map((press) =>
    press.split('+').map((part) => {
      const { [part]: own } = mac ? macSymbols : otherSymbols
      return own ?? symbols[part] ?? part.toUpperCase()
    }),
  )
