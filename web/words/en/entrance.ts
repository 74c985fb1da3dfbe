export const entrance = {
  signIn: 'Sign in',
  signingIn: 'Signing in …',
  name: 'Name',
  password: 'Password',
  nameMissing: 'Enter a name.',
  passwordMissing: 'Enter your password.',
  wrong: 'The name or the password is wrong.',
  lost: 'No account yet, or the password is lost? Ask an owner of this Seatledger: Settings, Access.',
  claim: 'Set up Seatledger',
  claimText:
    'Nobody owns this Seatledger yet. Its first account becomes the owner, who connects tenants and lets others in.',
  code: 'Code',
  codeTaken: 'Taken from the link.',
  codeHint: 'It stands in the terminal that started Seatledger, and counts for 30 minutes.',
  codeMissing: 'Enter the code from the terminal.',
  nameHint: 'You sign in with it; a mail address is fine.',
  nameRule:
    'Begin with a letter or a digit; go on with letters, digits, spaces and . _ - + @ up to 100 characters.',
  passwordRule: 'At least 12 characters. A few unrelated words make a good one.',
  passwordShort:
    '{count, plural, =0 {Enter a password of at least 12 characters.} one {1 character is too short: it takes at least 12.} other {{count} characters are too short: it takes at least 12.}}',
  again: 'Password again',
  againDiffers: 'The two passwords are not the same.',
  becomeOwner: 'Become the owner',
  claimed: 'Seatledger is set up already',
  claimedText: 'It has an owner. Sign in, or ask an owner for an account.',
  toSignIn: 'Sign in',
};
