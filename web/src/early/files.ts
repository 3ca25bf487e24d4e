/** Which files the first screens need beyond those that the page names. */
export interface Files {
  words: Record<string, string[]>
  inbox: string[]
  thread: string[]
}

/** What the build wrote into the page; nothing under development. */
export function filesOfPage(): Files {
  const told = document.getElementById('files')?.textContent
  return told ? JSON.parse(told) : { words: {}, inbox: [], thread: [] }
}
