import type { Role } from '../../../shared/user.ts'
import { addPerson, enterPerson, findPerson, type Team } from '../../tools/cloud/people.ts'

export const demoUsers: { username: string; password: string; name: string; role: Role }[] = [
  { username: 'admin', password: 'admin123', name: 'Bayu Pratama', role: 'admin' },
  { username: 'agent', password: 'agent123', name: 'Putri Maharani', role: 'agent' },
]

/** The sign-ins everybody may know, because they open nothing but this machine. What people changed stays. */
export async function createDemoUsers(team: Team): Promise<void> {
  for (const { password, ...user } of demoUsers) {
    if (await findPerson(team, user.username)) continue
    const id = await addPerson(team, user, { own: password })
    await enterPerson(team, { ...user, id, disabled: false })
  }
}
