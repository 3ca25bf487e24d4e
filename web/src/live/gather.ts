/** Where nothing is drawn, frames do not come. */
const hiddenMs = 50

/** Hands over together what came within one frame, in its order: a screen is drawn once for all of it. */
export function gather<News>(take: (news: News[]) => void): (one: News) => void {
  let waiting: News[] = []
  const hand = () => {
    const news = waiting
    waiting = []
    take(news)
  }
  return (one) => {
    waiting.push(one)
    if (waiting.length > 1) return
    if (document.hidden) setTimeout(hand, hiddenMs)
    else requestAnimationFrame(hand)
  }
}
