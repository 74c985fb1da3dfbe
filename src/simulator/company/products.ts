/** A feature inside a product. */
export type Plan = { readonly id: string; readonly name: string; readonly appliesTo: 'User' | 'Company' };

/** A product that a tenant can buy, as Microsoft identifies it; a few of its service plans stand for all. */
export type Product = {
  readonly skuId: string;
  readonly partNumber: string;
  readonly appliesTo: 'User' | 'Company';
  readonly plans: readonly Plan[];
};

const plans = {
  AAD_PREMIUM: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  AAD_PREMIUM_P2: 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
  ADALLOM_S_DISCOVERY: '932ad362-64a8-4783-9106-97849a1a30b9',
  BI_AZURE_P0: '2049e525-b859-401b-b2a0-e0a31c4b1fe4',
  BI_AZURE_P2: '70d33638-9c74-4d01-bfd3-562de28bd4ba',
  EXCHANGE_S_DESKLESS: '4a82b400-a79f-41a4-b4e2-e94f5787b113',
  EXCHANGE_S_ENTERPRISE: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
  EXCHANGE_S_FOUNDATION: '113feb6c-3fe4-4440-bddc-54d774bf0318',
  EXCHANGE_S_STANDARD: '9aaf7827-d63c-4b61-89c3-182f06f82e5c',
  FLOW_P2_VIRAL: '50e68c76-46c6-4674-81f9-75456511b170',
  GRAPH_CONNECTORS_COPILOT: '82d30987-df9b-4486-b146-198b21d164c7',
  INTUNE_A: 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5',
  M365_COPILOT_APPS: 'a62f8878-de10-42f3-b68f-6149a25ceb97',
  M365_COPILOT_TEAMS: 'b95945de-b3bd-46db-8437-f2beb6ea2347',
  MCOEV: '4828c8ec-dc2e-4779-b502-87ac9ce28ab7',
  MCOEV_VIRTUALUSER: 'f47330e9-c134-43b3-9993-e7f004506889',
  MCOMEETADV: '3e26ee1f-8a5f-4d52-aee2-b81ce45c8f40',
  MCOSTANDARD: '0feaeb32-d00e-4d66-bd5a-43b5b83db82c',
  MFA_PREMIUM: '8a256a2b-b617-496d-b51b-e76466e88db0',
  OFFICESUBSCRIPTION: '43de0ff5-c92c-492b-9116-175376d08c38',
  PROJECT_CLIENT_SUBSCRIPTION: 'fafd7243-e5c1-4a3a-9e40-495efcb1d3c3',
  PROJECT_PROFESSIONAL: '818523f5-016b-4355-9be8-ed6944946ea7',
  RMS_S_ENTERPRISE: 'bea4c11e-220a-4e6d-8eb8-8ea15d019f90',
  RMS_S_PREMIUM: '6c57d4b6-3b23-47a5-9bc9-69f17b4947b3',
  SHAREPOINTDESKLESS: '902b47e5-dcb2-4fdc-858b-c63a90a2bdb9',
  SHAREPOINTENTERPRISE: '5dbe027f-2339-4123-9542-606e4d348a72',
  SHAREPOINTSTANDARD: 'c7699d2e-19aa-44de-8edf-1736da088ca1',
  SHAREPOINTSTORAGE: 'be5a7ed5-c598-4fcd-a061-5e6724c68a58',
  SWAY: 'a23b959c-7ce8-4e57-9140-b90eb88a9e97',
  TEAMS1: '57ff2da0-773e-42df-b2af-ffb7a2317929',
  Teams_Room_Standard: '92c6b761-01de-457a-9dd9-793a975238f7',
  VISIO_CLIENT_SUBSCRIPTION: '663a804f-1c30-4ff0-9915-9db84f0d1cea',
  VISIOONLINE: '2bdbaf8f-738f-4ac7-9234-3c3ee2ce7d0f',
  YAMMER_ENTERPRISE: '7547a3fe-08ee-4ccb-b430-5077c5041653',
} as const;
type PlanName = keyof typeof plans;

const officePlans =
  'TEAMS1 SHAREPOINTENTERPRISE EXCHANGE_S_ENTERPRISE OFFICESUBSCRIPTION YAMMER_ENTERPRISE SWAY MCOSTANDARD';
const securityPlans = 'AAD_PREMIUM INTUNE_A RMS_S_PREMIUM RMS_S_ENTERPRISE MFA_PREMIUM ADALLOM_S_DISCOVERY';

/** The products of the company by a short name of ours; ids and part numbers are Microsoft's, but for the last one. */
export const products = {
  e5: product(
    '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
    'SPE_E5',
    `${officePlans} ${securityPlans} AAD_PREMIUM_P2 MCOEV MCOMEETADV BI_AZURE_P2`,
  ),
  e3: product('05e9a617-0261-4cee-bb44-138d3ef5d965', 'SPE_E3', `${officePlans} ${securityPlans}`),
  f3: product(
    '66b55226-6b4f-492c-910c-a3b7a3c9d993',
    'SPE_F1',
    `TEAMS1 SHAREPOINTDESKLESS EXCHANGE_S_DESKLESS YAMMER_ENTERPRISE ${securityPlans}`,
  ),
  officeE3: product('6fd2c87f-b296-42f0-b197-1e91e994b900', 'ENTERPRISEPACK', officePlans),
  officeE1: product(
    '18181a46-0d4e-45cd-891e-60aabd171b4e',
    'STANDARDPACK',
    'TEAMS1 SHAREPOINTSTANDARD EXCHANGE_S_STANDARD YAMMER_ENTERPRISE SWAY MCOSTANDARD',
  ),
  ems: product('efccb6f7-5641-4e0e-bd10-b4976e1bf68e', 'EMS', securityPlans),
  exchange: product('4b9405b0-7788-4568-add1-99614e613b69', 'EXCHANGESTANDARD', 'EXCHANGE_S_STANDARD'),
  copilot: product(
    '639dec6b-bb19-468b-871c-c5c441c4b0cb',
    'Microsoft_365_Copilot',
    'M365_COPILOT_APPS M365_COPILOT_TEAMS GRAPH_CONNECTORS_COPILOT',
  ),
  phone: product('e43b5b99-8dfb-405f-9987-dc307f34bcbd', 'MCOEV', 'MCOEV'),
  powerBi: product(
    'f8a1db68-be16-40ed-86d5-cb42ce701560',
    'POWER_BI_PRO',
    'BI_AZURE_P2 EXCHANGE_S_FOUNDATION',
  ),
  visio: product(
    'c5928f49-12ba-48f7-ada3-0d743a3601d5',
    'VISIOCLIENT',
    'VISIO_CLIENT_SUBSCRIPTION VISIOONLINE EXCHANGE_S_FOUNDATION',
  ),
  project: product(
    '53818b1b-4a27-454b-8896-0dba576410e6',
    'PROJECTPROFESSIONAL',
    'PROJECT_PROFESSIONAL PROJECT_CLIENT_SUBSCRIPTION SHAREPOINTENTERPRISE',
  ),
  meetingRoom: product(
    '6070a4c8-34c6-4937-8dfb-39bbc6397a60',
    'MEETING_ROOM',
    'Teams_Room_Standard TEAMS1 MCOSTANDARD MCOEV MCOMEETADV INTUNE_A',
  ),
  resourceAccount: product(
    '440eaaa8-b3e0-484b-a8be-62870b9ba70a',
    'PHONESYSTEM_VIRTUALUSER',
    'MCOEV_VIRTUALUSER',
  ),
  entraP2: product(
    '84a661c4-e949-4bd2-a560-ed7766fcaf2b',
    'AAD_PREMIUM_P2',
    'AAD_PREMIUM_P2 AAD_PREMIUM MFA_PREMIUM EXCHANGE_S_FOUNDATION',
  ),
  fabricFree: product(
    'a403ebcc-fae0-4ca2-8c8c-7a907fd6c235',
    'POWER_BI_STANDARD',
    'BI_AZURE_P0 EXCHANGE_S_FOUNDATION',
  ),
  flowFree: product(
    'f30db892-07e9-47e9-837c-80727f46fd3d',
    'FLOW_FREE',
    'FLOW_P2_VIRAL EXCHANGE_S_FOUNDATION',
  ),
  storage: product(
    '99049c9c-6011-4908-bf17-15f496e6519d',
    'SHAREPOINTSTORAGE',
    'SHAREPOINTSTORAGE',
    'Company',
  ),
  intuneDevice: product(
    '2b317a4a-77a6-4188-9437-b68a77b4e2c6',
    'INTUNE_A_D',
    'INTUNE_A EXCHANGE_S_FOUNDATION',
  ),
  audioConferencing: product('0c266dff-15dd-4b49-8397-2bb16070ed52', 'MCOMEETADV', 'MCOMEETADV'),
  teamsExploratory: product(
    '710779e8-3d4a-4c88-adb9-386c958d1fdf',
    'TEAMS_EXPLORATORY',
    'TEAMS1 EXCHANGE_S_STANDARD SHAREPOINTSTANDARD',
  ),
  /** Sold by a partner: in no public catalogue, so that an unknown product can be met. */
  partnerBundle: product(
    'd4b0a1c6-7f0e-4a57-9a43-5be2f06c11d9',
    'M365_E3_PARTNER_BUNDLE_P1Y',
    `${officePlans} AAD_PREMIUM INTUNE_A`,
  ),
} as const satisfies Record<string, Product>;

/** Short name of a product of the company. */
export type ProductName = keyof typeof products;

/** The plan id of that name. */
export function planId(name: PlanName): string {
  return plans[name];
}

function product(
  skuId: string,
  partNumber: string,
  planNames: string,
  appliesTo: 'User' | 'Company' = 'User',
): Product {
  const names = planNames.split(' ').filter((name): name is PlanName => name in plans);
  return { skuId, partNumber, appliesTo, plans: names.map((name) => ({ id: plans[name], name, appliesTo })) };
}
