/** A frame comes sooner; where nothing is drawn, none comes at all. */
const mostMs = 100

/** Hands over together what came within one frame, in its order: a screen is drawn once for all of it. */
export function gather<News>(take: (news: News[]) => void): (one: News) => void {
  let waiting: News[] = []
  const hand = () => {
    if (waiting.length === 0) return
    const news = waiting
    waiting = []
    take(news)
  }
  return (one) => {
    waiting.push(one)
    if (waiting.length > 1) return
    requestAnimationFrame(hand)
    setTimeout(hand, mostMs)
  }
}
