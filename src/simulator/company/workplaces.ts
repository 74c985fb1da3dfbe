/** Where people of the company work. */
export type Office = {
  readonly city: string;
  readonly country: string;
  /** ISO 3166-1 alpha-2, which is also the usage location of its people. */
  readonly code: string;
  readonly language: string;
  /** The legal entity there, as a suffix to the company's name. */
  readonly entity: string;
  /** People of it in a hundred. */
  readonly share: number;
};

/** A department with its cost center and what people in it are called. */
export type Department = {
  readonly name: string;
  readonly division: string;
  readonly costCenter: string;
  readonly frontline: boolean;
  readonly share: number;
  readonly titles: readonly string[];
};

/** The offices, largest first. */
export const offices: readonly Office[] = [
  office('Hamburg', 'Germany', 'DE', 'de-DE', 'GmbH', 30),
  office('Manchester', 'United Kingdom', 'GB', 'en-GB', 'Ltd', 22),
  office('Lyon', 'France', 'FR', 'fr-FR', 'SAS', 12),
  office('Valencia', 'Spain', 'ES', 'es-ES', 'S.L.', 9),
  office('Wrocław', 'Poland', 'PL', 'pl-PL', 'Sp. z o.o.', 9),
  office('Columbus', 'United States', 'US', 'en-US', 'Inc.', 8),
  office('Pune', 'India', 'IN', 'en-IN', 'Pvt Ltd', 6),
  office('大阪', 'Japan', 'JP', 'ja-JP', 'K.K.', 4),
];

/** The departments; those with `frontline` work at machines, shelves and counters. */
export const departments: readonly Department[] = [
  department(
    'Sales',
    'Commercial',
    'CC-1100',
    false,
    14,
    'Account Manager|Sales Representative|Key Account Manager',
  ),
  department('Marketing', 'Commercial', 'CC-1200', false, 6, 'Brand Manager|Content Editor|Campaign Manager'),
  department('Customer Service', 'Commercial', 'CC-1300', false, 9, 'Service Agent|Team Lead Service'),
  department(
    'Production',
    'Operations',
    'CC-2100',
    true,
    17,
    'Machine Operator|Shift Lead|Maintenance Technician',
  ),
  department('Logistics', 'Operations', 'CC-2200', true, 10, 'Forklift Driver|Dispatcher|Warehouse Clerk'),
  department('Stores', 'Operations', 'CC-2300', true, 7, 'Sales Assistant|Store Manager'),
  department(
    'Engineering',
    'Technology',
    'CC-3100',
    false,
    12,
    'Design Engineer|Test Engineer|Project Engineer',
  ),
  department(
    'Information Technology',
    'Technology',
    'CC-3200',
    false,
    6,
    'Systems Administrator|Support Engineer|Architect',
  ),
  department('Research & Development', 'Technology', 'CC-3300', false, 5, 'Scientist|Laboratory Technician'),
  department('Finance', 'Administration', 'CC-4100', false, 6, 'Controller|Accountant|Treasury Analyst'),
  department('Human Resources', 'Administration', 'CC-4200', false, 4, 'Recruiter|HR Business Partner'),
  department('Legal', 'Administration', 'CC-4300', false, 2, 'Counsel|Paralegal'),
  department(
    'Executive Office',
    'Administration',
    'CC-4400',
    false,
    2,
    'Assistant|Vice President|Chief of Staff',
  ),
];

/** Companies whose people are guests. */
export const partners: readonly string[] = [
  'harbor-audit.example',
  'brightfield-studio.example',
  'kestrel-legal.example',
  'ostrava-tools.example',
  'monsoon-analytics.example',
];

/** Companies that the tenants stand for; the domain is its name in plain letters. */
export const companyNames: readonly string[] = [
  'Lindqvist & Rowe',
  'Albatros Foods',
  'Meridian Pumps',
  'Hollerbach Optics',
  'Crane Valley Health',
  'Tansy & Thorne',
  'Vega Shipping',
  'Ostermann Tools',
];

function office(
  city: string,
  country: string,
  code: string,
  language: string,
  entity: string,
  share: number,
): Office {
  return { city, country, code, language, entity, share };
}

function department(
  name: string,
  division: string,
  costCenter: string,
  frontline: boolean,
  share: number,
  titles: string,
): Department {
  return { name, division, costCenter, frontline, share, titles: titles.split('|') };
}
