import type { Catalogue } from '../en/index.ts';

export const entrance: Catalogue['entrance'] = {
  signIn: 'Entrar',
  signingIn: 'Entrando …',
  name: 'Nome',
  password: 'Senha',
  nameMissing: 'Digite um nome.',
  passwordMissing: 'Digite sua senha.',
  wrong: 'O nome ou a senha está errado.',
  lost: 'Ainda sem conta, ou perdeu a senha? Peça a um proprietário deste Seatledger: Configurações, Acesso.',
  claim: 'Preparar o Seatledger',
  claimText:
    'Este Seatledger ainda não tem dono. A primeira conta se torna a proprietária, que conecta locatários e dá acesso a outras pessoas.',
  code: 'Código',
  codeTaken: 'Veio do link.',
  codeHint: 'Está no terminal que iniciou o Seatledger e vale por 30 minutos.',
  codeMissing: 'Digite o código que está no terminal.',
  nameHint: 'É com ele que você entra; pode ser um e-mail.',
  nameRule:
    'Comece com uma letra ou um dígito; depois valem letras, dígitos, espaços e . _ - + @ até 100 caracteres.',
  passwordRule: 'Pelo menos 12 caracteres. Algumas palavras sem relação entre si formam uma boa senha.',
  passwordShort:
    '{count, plural, =0 {Digite uma senha de pelo menos 12 caracteres.} one {1 caractere é pouco: são pelo menos 12.} other {{count} caracteres são poucos: são pelo menos 12.}}',
  again: 'Senha de novo',
  againDiffers: 'As duas senhas não são iguais.',
  becomeOwner: 'Tornar-me proprietário',
  claimed: 'O Seatledger já está preparado',
  claimedText: 'Ele tem um proprietário. Entre, ou peça uma conta a um proprietário.',
  toSignIn: 'Entrar',
};
