declare global {
  interface Window {
    /** By method and address, what was asked before the app was here. */
    asked?: Map<string, Promise<Response>>
  }
}

/** So many chats fill a screen. */
export const firstPage = 25

/** The list that most visits begin with. */
export const firstList = `/api/chats?view=all&limit=${firstPage}`

/** Keeps the answer for whoever asks the same first. */
export function keepAnswer(method: string, address: string, answer: Promise<Response>): void {
  window.asked ??= new Map()
  window.asked.set(`${method} ${address}`, answer)
  // Whoever takes it hears of it.
  answer.catch(() => {})
}

/** What was asked already need not be asked again, once. */
export function takeAnswer(method: string, address: string): Promise<Response> | undefined {
  const question = `${method} ${address}`
  const answer = window.asked?.get(question)
  window.asked?.delete(question)
  return answer
}

/** They are for who was here then, and for nobody else. */
export const forgetAnswers = (): void => window.asked?.clear()
