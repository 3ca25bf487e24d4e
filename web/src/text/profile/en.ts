export const words = {
  title: 'Your profile',
  about: 'Holds on every device on which you sign in.',
  you: 'You',
  name: 'Name',
  username: 'Username',
  role: 'Role',
  nameHint: 'An admin can change your name.',
  looks: 'Language and appearance',
  attention: 'Attention',
  sound: 'A sound when somebody needs you',
  notify: 'Notifications on this screen',
  blocked:
    'This browser does not allow it. Allow notifications for this page in the browser first.',
  password: 'Password',
  current: 'Your password now',
  next: 'New password',
  nextHint: 'At least 8 characters.',
  change: 'Change password',
  changed: 'Your password is changed.',
  problem: {
    wrong_password: 'That is not your password.',
    weak_password: 'That password is too weak.',
    invalid_input: 'Use at least 8 characters.',
  },
}

export type ProfileWords = typeof words
