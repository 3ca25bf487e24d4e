import { writeFile } from 'node:fs/promises'
import { newPassword } from '../../../shared/password.ts'
import { Refusal } from '../../local/refusal.ts'
import { addPerson, findPerson, setPassword, type Team } from '../cloud/people.ts'

export type Made = 'made' | 'made again' | 'there already'

/** Where the password is shown: once, on the screen or in a file. It is kept nowhere else. */
export type Show = (password: string) => Promise<void>

/** Into a file that is not there yet, and that nobody else may read. */
export const intoFile =
  (path: string): Show =>
  (password) =>
    writeFile(path, `${password}\n`, { mode: 0o600, flag: 'wx' }).catch((error: Error) => {
      throw new Refusal(`The password could not be written to ${path}: ${error.message}`)
    })

/**
 * Makes the first admin, with a password that opens one thing: the choice of another. One who has never signed in
 * gets another such password; one who has is left alone.
 */
export async function firstAdmin(team: Team, username: string, show: Show): Promise<Made> {
  const known = await findPerson(team, username)
  if (known?.hasOwnPassword) return 'there already'
  const temporary = newPassword()
  await show(temporary)
  if (known) await setPassword(team, username, { temporary })
  else await addPerson(team, { username, role: 'admin' }, { temporary })
  return known ? 'made again' : 'made'
}
