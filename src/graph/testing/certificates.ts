import forge from 'node-forge';

/** A certificate and its key as PEM, made by a program that is not ours. */
export function makeCertificate(options: {
  readonly name?: string;
  readonly bits?: number;
  readonly from?: string;
  readonly to?: string;
}): { readonly certificate: string; readonly key: string } {
  const { certificate, key } = make(options);
  return { certificate: forge.pki.certificateToPem(certificate), key: forge.pki.privateKeyToPem(key) };
}

function make({ name = 'Seatledger', bits = 2048, from = '2026-01-01', to = '2027-01-01' }) {
  const { publicKey, privateKey } = forge.pki.rsa.generateKeyPair(bits);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(from);
  certificate.validity.notAfter = new Date(to);
  certificate.setSubject([{ name: 'commonName', value: name }]);
  certificate.setIssuer([{ name: 'commonName', value: name }]);
  certificate.sign(privateKey, forge.md.sha256.create());
  return { certificate, key: privateKey };
}

/** A PFX of those certificates (PEM), with or without the key. */
export function makePfx(
  certificates: readonly string[],
  key: string | null,
  password: string,
  algorithm: 'aes256' | '3des' = 'aes256',
): Buffer {
  const asn1 = forge.pkcs12.toPkcs12Asn1(
    key === null ? null : forge.pki.privateKeyFromPem(key),
    certificates.map((pem) => forge.pki.certificateFromPem(pem)),
    password,
    { algorithm },
  );
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}

/** A key as PEM that a passphrase protects, in the present form or in the one of old OpenSSL. */
export function protectedKey(key: string, passphrase: string, form: 'pkcs8' | 'traditional'): string {
  const options = { algorithm: 'aes256', legacy: form === 'traditional' } as const;
  return forge.pki.encryptRsaPrivateKey(forge.pki.privateKeyFromPem(key), passphrase, options);
}

/** A certificate request as PEM. */
export function makeRequest(key: string): string {
  const request = forge.pki.createCertificationRequest();
  const privateKey = forge.pki.privateKeyFromPem(key);
  request.publicKey = forge.pki.rsa.setPublicKey(privateKey.n, privateKey.e);
  request.setSubject([{ name: 'commonName', value: 'Seatledger' }]);
  request.sign(privateKey);
  return forge.pki.certificationRequestToPem(request);
}

/** The certificate in a PKCS#7 file, as PEM. */
export function makePkcs7(certificate: string): string {
  const message = forge.pkcs7.createSignedData();
  message.addCertificate(certificate);
  return forge.pkcs7.messageToPem(message);
}

/** An elliptic-curve key (P-256) and its certificate, made by OpenSSL for this test. */
export const curvePem = `\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0N2sV2NWp/VY0zGB
6fKPQ8YFuGNqtYr2KWvJ17R8BqWhRANCAAQN8hiBl4vZDKILtWInkUdwG3yATGW1
BGm/peIYkE9rYN5ngROCeM3KjyeEgoVjSlNivLsW4UbrzpEzWHvQK34+
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBdjCCARugAwIBAgIUGErG2hT9eUDjHtM32qAWAFrSUPgwCgYIKoZIzj0EAwIw
EDEOMAwGA1UEAwwFY3VydmUwHhcNMjYxMTI0MTMzOTQzWhcNMzYxMTIxMTMzOTQz
WjAQMQ4wDAYDVQQDDAVjdXJ2ZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA3y
GIGXi9kMogu1YieRR3AbfIBMZbUEab+l4hiQT2tg3meBE4J4zcqPJ4SChWNKU2K8
uxbhRuvOkTNYe9Arfj6jUzBRMB0GA1UdDgQWBBRdPhRFXm36V9Sl6HIwVzjSVCm0
xDAfBgNVHSMEGDAWgBRdPhRFXm36V9Sl6HIwVzjSVCm0xDAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0kAMEYCIQCQvX9LrMikF/1/OnmkQ/qU5/lThqdgZgCK
Ag/y2FibEgIhAPRlHDSu14YLhD00yQobJSGpechdhT+7jrp73HhfS9Ms
-----END CERTIFICATE-----
`;

/** A PFX in RC2-40 and 3DES as Windows made it for years; its password is `old-password`, its key of no use. */
export const oldPfx = Buffer.from(
  `\
MIIF8QIBAzCCBbcGCSqGSIb3DQEHAaCCBagEggWkMIIFoDCCAp8GCSqGSIb3DQEHBqCCApAwggKMAgEAMIIChQYJKoZIhvcNAQcB
MBwGCiqGSIb3DQEMAQYwDgQIiIedfAaJcdUCAggAgIICWORBV19S8737+RAVRWSuapYeKAal3Tapbfw36FF0n++IjPSoBIZ7Tqqf
mhpNZ3misdl+6WYHhhRqEz1JYWO5TP/15rpF0JSqmth8nBJee2hJpmCeuL8TWxLoSZT3FScHs5a/jTqBw9tLYiH8opg7Szja7taZ
UqqAXewjemdDxL4llVWUPIRCMrsiaKcanCxH4Jr5R87XFk/NGV7tOzmVCBErQvs6E4CMIAQECrg37PNcoYEya1IxaroUb2/w3ccx
FqKUtiulw2A6CDihiWzOTGQAM9pio92BkkCdqDImhrhi9FwCvUy1Xc+n95m7wFMI1owyG1kdxxdiEpkECJmF7tfqHODLnXYAimUR
mMK8CtKs4Kxj8zjrBthj1okwvRDIMyXVdZkPR6qjK7PBVQMUt03RRnhVjo/eHk20rjmaymxWsrcCNg7o1gNn10xRl3apZ424dCpO
gL2awmWrwJ/806oaHRksKQ11LjlorfEmrvghpsC60uw4XOYAdY87WHQtVXxcnuhwbH7yDPqAvRJnYEZ88RHCgFRlAYoNcMjbmB/W
6iZg3c2pLb3V/IdtAQdR2R9s9srizJ/NPbB3O94R/H92Q5jcEaTWMSZFfJF+wu5fggBy957xAQilGQj8Hf+/xUmrP8+w3aLoxECm
N3txesTRDRqNGjSV/ESm5LIhzDuRMNsGG1AGdHxDA3yDoV2VqYFtqRAeSSIsTHd8fMTWo6Lh9vPZw1HqGSCQy2r8xiN5WJmUJcvD
ePUyIMVAmPpc6MpEHKbglIN+NbuQ1p41WnNnXVy4LnXoUzCCAvkGCSqGSIb3DQEHAaCCAuoEggLmMIIC4jCCAt4GCyqGSIb3DQEM
CgECoIICpjCCAqIwHAYKKoZIhvcNAQwBAzAOBAgjQSpwQKVdAwICCAAEggKAqJzjN5Q82JVhKDEQvkSmlHCB140tzq9sm4yohV6N
0oF3y2vlu+P+JT2pkGhZAR1OMRJu0TYnOZPnAFEDR/uZsaHhYNauZCaBOetgqcUjUrN+LzxzmYyw7hea92+vxx8GhLAWfnQqEFaU
66YNtt0WOYFk90hnu+xzBuxmvvNsAr05peWDM7sOLucPprwJElM3YMNINhNrQCsvs6Nap449HyB3+ooHmwHcVtLdRkZwoT9PW8F9
hFz3eDXmZLTFbz8Jf99yhejZdfzRfnf6OQUwpEhpq8u19X4U1lk6Dg4jvbTaFvb2u1Qc8kTdgbAeqf/ls703wx0l2kkoNrG30k3e
6Gf5DRwd6FOr3pnc08ZXZrJ3Du6D49oWm1PP8izZFWSIT/VWmmw2L76qPeJ2eP7BJamF2v1INh5j23jfBNZjN0CgyyaUkTq4zD82
UknceY0nIZJDmnruVMN3DQdBBkeVaAVpvR92SipMN0H4oZNwVqCnrYMlWnSTqT0mbAdQy85t4L4GWjdmRqvR9yHlQN/Gu1/JNnMh
Hr0X0IrrrwjwH0Mrp6Ovd5JdxcbXOKNd4HfYrhmOV6vETUU1I2nPDi7d9jNG1mttBmEmObkvVS+EuMBeTi/oatpn72kAZ8HsCyBV
AbFuQjMMbgZrOXW080afI5RWhga6YwIVroRGcrUFirHh5B8mKOKpsMWq31900IYTGrt7K0Uq3IXKZyi8b9jTiXdaIgbrQNmsnpgR
bzL6vegAGULMPv3aAXPnW5iS0/K1QMyaohpo4edkMLaO2Kc+nG93jm/2erfaz91e8vqo9BVj+qXPuuwQV2zhxPHnLxUtBpsz6nGq
7lA5ZGrNZzJjjzElMCMGCSqGSIb3DQEJFTEWBBRlN7+SJk0DDNU1dWZQsc/TL2/D6jAxMCEwCQYFKw4DAhoFAAQUbviCv/SvBR/B
gHrqOwaSDeclSV0ECIDjAJ4smZHmAgIIAA==`,
  'base64',
);
