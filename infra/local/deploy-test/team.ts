import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { expectDeployed } from '../../tools/cloud/outputs.ts'
import { webhookSecret } from '../../tools/cloud/secrets.ts'
import { demoUsers } from '../deployment/demo-users.ts'
import { place } from '../place.ts'
import { readyOf } from '../ready.ts'
import type { Rig } from './rig.ts'

const post = async (url: string, body: object, token = '') => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever is answered
  return { status: answer.status, body: (await answer.json()) as any }
}

/** The first admin signs in as told, has to choose a password, and lets the team in that the stories know. */
export async function enterTeam({ url }: Rig, username: string, passwordFile: string) {
  const password = (await readFile(passwordFile, 'utf8')).trim()
  const session = `${url}/api/session`
  const first = await post(session, { username, password })
  assert.equal(first.body.error?.code, 'new_password_required', 'the first password opens nothing')
  const newPassword = 'pilihan-sendiri-1'
  const entered = await post(session, { username, password, newPassword })
  assert.equal(entered.status, 200, 'whoever has chosen a password is in')
  assert.equal(entered.body.user.role, 'admin')
  assert.equal(
    (await post(session, { username, password })).status,
    401,
    'the first one opens no more',
  )
  for (const user of demoUsers) {
    const made = await post(`${url}/api/users`, user, entered.body.accessToken)
    assert.equal(made.status, 201, `${user.username} is let in`)
  }
  return password
}

/** Where the stories look for the stack. */
export async function tellStories(rig: Rig, owner: string): Promise<string> {
  const { cloud, ports, whapiToken } = rig
  const secrets = { whapiToken, webhookSecret: await webhookSecret(cloud) }
  const deployed = await expectDeployed(cloud)
  const ready = readyOf(ports, secrets, owner, cloud.engine ?? '', deployed)
  await writeFile(place.outputs, JSON.stringify(ready))
  return deployed.TableName
}
