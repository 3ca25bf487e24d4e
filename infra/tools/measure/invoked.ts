import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** Runs a bundle as Lambda does: imported once, called for each event. */
const { handler } = (await import(process.argv[2] ?? '')) as {
  handler: (event: unknown) => Promise<APIGatewayProxyStructuredResultV2>
}
process.on('message', async (event) => {
  process.send?.((await handler(event)).statusCode)
})
