import { pong } from '../../names.ts'

type Items = { items: { routeKey: string; target: string }[] }

/** The engine's CloudFormation knows no responses of sockets, its API does. */
export async function answerPings(engine: string, apiId: string): Promise<void> {
  const api = `${engine}/v2/apis/${apiId}`
  const routes = (await (await fetch(`${api}/routes`)).json()) as Items
  const ping = routes.items.find(({ routeKey }) => routeKey === 'ping')
  if (!ping) throw new Error('The socket has no ping')
  const responses = `${api}/${ping.target}/integrationresponses`
  const present = (await (await fetch(responses)).json()) as { items: unknown[] }
  if (present.items.length) return
  const created = await fetch(responses, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      integrationResponseKey: '$default',
      templateSelectionExpression: '200',
      responseTemplates: { 200: pong },
    }),
  })
  if (!created.ok) throw new Error(`No answer for pings: ${created.status}`)
}
