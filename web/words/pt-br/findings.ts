import type { Catalogue } from '../en/index.ts';

export const findings: Catalogue['findings'] = {
  title: 'Achados',
  rules: 'Regras',
  list: 'O que foi encontrado',
  people: '{count, plural, one {pessoa} other {pessoas}}',
  inPeople: 'Abrir em Pessoas',
  ruleChip: 'Achado: {rule}',
  finding: 'Achado',
  findingMeans: 'A regra que diz algo sobre a pessoa.',
  person: 'Pessoa',
  product: 'Produto',
  productMeans: 'O produto de cuja licença se trata.',
  evidence: 'O que foi visto',
  evidenceMeans: 'O que a última coleta leu na Microsoft e levou ao achado.',
  since: 'Desde',
  sinceMeans: 'Quando uma coleta o viu pela primeira vez. “—” significa que a primeira coleta já o viu.',
  sinceFirst: 'Já existia na primeira coleta.',
  count: '{count, plural, one {# achado} other {# achados}}',
  none: 'Nada precisa de atenção',
  noneText: 'Nenhuma regra encontra alguém. Cada coleta verifica de novo.',
  noneOfRule: 'Esta regra não encontra ninguém',
  noneOfRuleText: 'Cada coleta verifica de novo.',
  all: 'Mostrar todos os achados',
  downloadView: 'O que está na tela',
  downloadAll: 'Todos os achados',
  assignmentError: 'Erro de atribuição',
  assignmentErrorExplain:
    'Alguém deveria ter uma licença e não a tem, ou a tem com um defeito. Corrija a causa e deixe a Microsoft tentar de novo: Reprocessar, nas licenças da pessoa ou do grupo.',
  disabledButLicensed: 'Bloqueada, mas com licença',
  disabledButLicensedExplain:
    'Ninguém pode entrar com esta conta, e ela ainda ocupa uma licença. Retire a licença quando a caixa de correio e os arquivos não forem mais necessários; uma caixa compartilhada de até 50 GB não precisa de nenhuma.',
  doubleAssignment: 'Atribuição dupla',
  doubleAssignmentExplain:
    'A licença conta uma vez só, mas sair do grupo não a liberará. Retire a atribuição direta se quem deve decidir é o grupo.',
  guestWithPaidSeat: 'Convidado com licença paga',
  guestWithPaidSeatExplain:
    'Convidados podem trabalhar em suas equipes e sites sem licença sua, e muitas vezes já têm uma em casa. Retire a licença, a menos que este convidado trabalhe como alguém da casa.',
};
