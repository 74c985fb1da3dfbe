import { CredentialProblem } from './errors.ts';

type Format = {
  readonly name: string;
  readonly remedy: string;
  /** In the file as Latin-1 text, which keeps every byte. */
  readonly signs: RegExp;
};

const remedies = {
  signed: 'Use the certificate that the authority issued for it, together with the private key.',
  own: 'Use the X.509 certificate that is uploaded to the app, with its private key (PFX or PEM).',
  keystore:
    'Convert it: keytool -importkeystore -srckeystore old.jks -destkeystore new.pfx -deststoretype PKCS12',
  chain: 'Such a file never holds a private key: export a PFX instead.',
};

const formats: readonly Format[] = [
  {
    name: 'a certificate request (CSR)',
    remedy: remedies.signed,
    signs: /-----BEGIN (NEW )?CERTIFICATE REQUEST-----|^\x30\x82..\x30\x82..\x02\x01\x00\x30/s,
  },
  {
    name: 'an SSH key',
    remedy: remedies.own,
    signs:
      /-----BEGIN OPENSSH PRIVATE KEY-----|---- BEGIN SSH2|^PuTTY-User-Key-File|^(ssh|ecdsa)-\w+[\w@.-]* AAAA/,
  },
  { name: 'a PGP key', remedy: remedies.own, signs: /-----BEGIN PGP / },
  { name: 'a Java keystore (JKS)', remedy: remedies.keystore, signs: /^(\xfe\xed\xfe\xed|\xce\xce\xce\xce)/ },
  {
    name: 'a PKCS#7 file (.p7b)',
    remedy: remedies.chain,
    signs: /-----BEGIN PKCS ?#?7-----|^\x30[\x80-\x84].{0,4}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02/s,
  },
];

/** @throws CredentialProblem that names what the file is, where it is something else than a certificate with its key. */
export function refuseOtherFormats(bytes: Buffer, text: string): void {
  const bare = text.replace(/[\s:\ufeff]/g, '');
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(bare)) {
    throw new CredentialProblem(
      'B-CE-17',
      `This is a thumbprint (${bare.slice(0, 4)}…), not the certificate. Choose the file itself (.pfx, .p12, .pem).`,
    );
  }
  const raw = bytes.toString('latin1');
  const format = formats.find(({ signs }) => signs.test(raw) || signs.test(text));
  if (format)
    throw new CredentialProblem('B-CE-16', `This is ${format.name}, not a certificate. ${format.remedy}`);
}
