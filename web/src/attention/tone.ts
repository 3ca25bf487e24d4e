const notes = [659, 880]
const noteSeconds = 0.11
const loudness = 0.07
/** Many messages at once are one tone. */
const restMs = 2_500

let context: AudioContext | undefined
let playedAt = 0

/** Browsers let a page make a sound only after somebody has touched it: the first touch is made use of. */
export function prepareTone(signal: AbortSignal): void {
  const over = new AbortController()
  const ready = () => {
    over.abort()
    context ??= new AudioContext()
    void context.resume().catch(() => {})
  }
  const until = { signal: AbortSignal.any([signal, over.signal]) }
  window.addEventListener('pointerdown', ready, until)
  window.addEventListener('keydown', ready, until)
}

/** Two short notes, made here; silent where the browser does not allow a sound yet. */
export function playTone(now = Date.now()): boolean {
  if (context?.state !== 'running' || now - playedAt < restMs) return false
  playedAt = now
  for (const [at, pitch] of notes.entries()) {
    const from = context.currentTime + at * noteSeconds
    const until = from + noteSeconds * 2
    const note = new OscillatorNode(context, { frequency: pitch })
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setValueAtTime(0.0001, from)
    volume.gain.exponentialRampToValueAtTime(loudness, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, until)
    note.connect(volume).connect(context.destination)
    note.start(from)
    note.stop(until)
  }
  return true
}
