import type { Catalogue } from '../en/index.ts';

export const run: Catalogue['run'] = {
  title: 'Execução',
  titleOf: 'Execução de {time}, {tenant}',
  heading: 'Coleta de {tenant}',

  running: 'Em andamento',
  published: 'Publicada',
  partial: 'Publicada em parte',
  held: 'Retida',
  failed: 'Falhou',
  runningMeans: 'A leitura continua.',
  publishedMeans: 'Tudo foi lido por inteiro e é o que é mostrado.',
  partialMeans: 'O que se pôde ler foi publicado; o resto é de uma execução anterior.',
  heldMeans:
    'O que foi lido é uma mudança grande demais para ser aceita de imediato, por isso nada disso é mostrado ainda.',
  failedMeans: 'Nada pôde ser publicado. O que era mostrado fica.',

  started: 'Início',
  duration: 'Duração',
  lessThan: '< {time}',
  requests: 'Solicitações',
  throttled: 'Limitadas',
  throttledMeans:
    'Solicitações que a Microsoft respondeu com "muitas solicitações"; cada uma foi reenviada após a espera pedida.',
  guard: 'Guarda',
  guardMeans:
    'Mudanças grandes ou duvidosas ficam retidas até que uma segunda leitura concorde ou alguém decida.',
  'guard-running': 'Ainda não',
  'guard-published': 'Deixou passar',
  'guard-partial': 'Deixou passar uma parte',
  'guard-held': 'Retém',
  'guard-failed': 'Não chegou a ela',
  atTheEnd: 'Conhecido quando a execução termina.',

  heldText: 'Nada desta execução é mostrado ainda.',
  failedText: 'Nada desta execução é mostrado; ficam os números da anterior.',
  partialText: 'Uma parte foi publicada, o resto é de uma execução anterior.',
  publishedText: 'Esta execução foi publicada por inteiro.',
  publishedCount:
    '{count, plural, =0 {Publicada: nada havia mudado.} one {Publicada com # mudança.} other {Publicada com # mudanças.}}',
  decide: 'Decidir',
  changes: 'O que mudou nesse dia',

  reading: 'Lendo da Microsoft',
  elsewhere:
    'Outro processo faz esta execução, por isso o progresso não aparece aqui. O resultado aparecerá quando terminar.',

  resources: 'O que houve com cada recurso',
  resource: 'Recurso',
  state: 'Resultado',
  read: 'Lido por inteiro',
  kept: 'Mantido',
  never: 'Nunca lido',
  readResource: 'Lido até o fim por esta execução.',
  keptResource: 'Não pôde ser lido por inteiro; fica o que uma execução anterior leu.',
  neverResource: 'Nunca foi lido até o fim.',
  rows: 'Linhas',
  count: 'Contadas pela Microsoft',
  countMeans: 'Quantas havia segundo o contador da própria Microsoft naquele momento.',
  noCount: 'A Microsoft não tem contador para isto, ou não foi perguntada.',
  notRead: 'Não foi lido por inteiro por esta execução.',
  difference: 'Diferença',
  differenceMeans:
    'Linhas lidas menos linhas contadas. Um diretório em uso pode variar um pouco enquanto é lido.',
  readAt: 'Última leitura inteira',
  readAtMeans: 'Quando terminou a última leitura completa, nesta execução ou em uma anterior.',
  reason: 'Por quê',
  noResources: 'Nada se sabe de cada recurso',
  noResourcesText: 'A execução terminou antes de ler algo. O motivo está acima.',
  copy: 'Copiar para o suporte',
  copyMeans: 'Copia ids, horários, contagens e motivos. Nenhuma pessoa é citada.',
};
