/**
 * Products that no person ever holds, by id with their part number: licenses of devices, and storage, databases,
 * instances and other capacity that a tenant has as a whole. All of their units stay unassigned, by design.
 *
 * Sources: Microsoft's list of products for ids and names; its pages on device-based licensing of Microsoft 365 Apps, on
 * Intune device licenses, on SharePoint storage, and on capacity add-ons of Dynamics 365 and Power Platform.
 */
export const neverAssignedProducts: ReadonlyMap<string, string> = new Map([
  ['ea4c5ec8-50e3-4193-89b9-50da5bd4cdc7', 'OFFICE_PROPLUS_DEVICE1'],
  ['2b317a4a-77a6-4188-9437-b68a77b4e2c6', 'INTUNE_A_D'],
  ['2c21e77a-e0d6-4570-b38a-7ff2dc17d2ca', 'INTUNE_A_D_GOV'],
  ['3bbd44ed-8a70-4c07-9088-6232ddbd5ddd', 'Dynamics_365_for_Operations_Devices'],
  ['99049c9c-6011-4908-bf17-15f496e6519d', 'SHAREPOINTSTORAGE'],
  ['e5788282-6381-469f-84f0-3d7d4021d34d', 'SHAREPOINTSTORAGE_GOV'],
  ['9bd7c846-9556-4453-a542-191d527209e8', 'STREAM_STORAGE'],
  ['328dc228-00bc-48c6-8b09-1fbc8bc3435d', 'CRMSTORAGE'],
  ['4aed5dd6-eb9c-4143-8f14-368d70287121', 'CRMSTORAGE_GCC'],
  ['9d776713-14cb-4697-a21d-9a52455c738a', 'CRMINSTANCE'],
  ['2bd3cb20-1bb6-446b-b4d0-089af3a05c52', 'CRMINSTANCE_GCC'],
  ['e06abcc2-7ec5-4a79-b08b-d9c282376f72', 'CRMTESTINSTANCE'],
  ['1d2756cb-2147-4b05-b4d5-f013c022dcb9', 'CRMTESTINSTANCE_GCC'],
  ['2cf302fe-62db-4e20-b573-e0998b1208b5', 'CRMTESTINSTANCE_NOPREREQ'],
  ['a4bfb28e-becc-41b0-a454-ac680dc258d3', 'CRM_ONLINE_PORTAL'],
  ['cb9bc974-a47b-4123-998d-a383390168cc', 'CRM_ONLINE_PORTAL_GCC'],
  ['67f58b51-af53-4344-9663-9a2beb1d8a8e', 'CRM_ONLINE_PORTAL_NOPREREQ'],
  ['e612d426-6bc3-4181-9658-91aa906b0ac0', 'CDS_DB_CAPACITY'],
  ['eddf428b-da0e-4115-accf-b29eb0b83965', 'CDS_DB_CAPACITY_GOV'],
  ['631d5fb1-a668-4c2a-9427-8830665a742e', 'CDS_FILE_CAPACITY'],
  ['448b063f-9cc6-42fc-a0e6-40e08724a395', 'CDS_LOG_CAPACITY'],
  ['7d0d4f9a-2686-4cb8-814c-eff3fdab6d74', 'DYN365_BUSCENTRAL_DB_CAPACITY'],
  ['a58f5506-b382-44d4-bfab-225b2fbf8390', 'DYN365_BUSCENTRAL_ADD_ENV_ADDON'],
  ['d2dea78b-507c-4e56-b400-39447f4738f8', 'CDSAICAPACITY'],
]);
