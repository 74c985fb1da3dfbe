import type { Catalogue } from '../en/index.ts';

export const entrance: Catalogue['entrance'] = {
  signIn: 'Iniciar sesión',
  signingIn: 'Iniciando sesión …',
  name: 'Nombre',
  password: 'Contraseña',
  nameMissing: 'Escriba un nombre.',
  passwordMissing: 'Escriba su contraseña.',
  wrong: 'El nombre o la contraseña no es correcto.',
  lost: '¿Todavía sin cuenta, o perdió la contraseña? Pida ayuda a un propietario de este Seatledger: Configuración, Acceso.',
  claim: 'Preparar Seatledger',
  claimText:
    'Este Seatledger todavía no tiene propietario. La primera cuenta pasa a serlo: conecta inquilinos y da acceso a los demás.',
  code: 'Código',
  codeTaken: 'Viene del vínculo.',
  codeHint: 'Está en la terminal que inició Seatledger y vale 30 minutos.',
  codeMissing: 'Escriba el código que muestra la terminal.',
  nameHint: 'Con él iniciará sesión; puede ser una dirección de correo.',
  nameRule:
    'Empiece con una letra o un dígito; después valen letras, dígitos, espacios y . _ - + @ hasta 100 caracteres.',
  passwordRule: 'Al menos 12 caracteres. Unas cuantas palabras sin relación forman una buena contraseña.',
  passwordShort:
    '{count, plural, =0 {Escriba una contraseña de al menos 12 caracteres.} one {1 carácter es poco: hacen falta al menos 12.} other {{count} caracteres son pocos: hacen falta al menos 12.}}',
  again: 'Repita la contraseña',
  againDiffers: 'Las dos contraseñas no son iguales.',
  becomeOwner: 'Convertirme en propietario',
  claimed: 'Seatledger ya está preparado',
  claimedText: 'Ya tiene propietario. Inicie sesión o pida una cuenta a un propietario.',
  toSignIn: 'Iniciar sesión',
};
