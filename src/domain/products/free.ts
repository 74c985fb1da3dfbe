/**
 * Products that cost nothing, by id with their part number: taken by people themselves ("viral"), given along by
 * Microsoft, or free to assign while something else is paid.
 *
 * Sources: Microsoft's list of products (what it calls free, viral, vTrial or for individuals); the list of free SKUs
 * that the open-source project CIPP leaves out of its license reports; Microsoft's pages on Teams Phone resource
 * accounts, on Teams Rooms Basic (25 for each tenant) and on Communications Credits (the calls are paid, not the seat).
 */
export const freeProducts: ReadonlyMap<string, string> = new Map([
  ['f30db892-07e9-47e9-837c-80727f46fd3d', 'FLOW_FREE'],
  ['16ddbbfc-09ea-4de2-b1d7-312db6112d70', 'TEAMS_FREE'],
  ['a403ebcc-fae0-4ca2-8c8c-7a907fd6c235', 'POWER_BI_STANDARD'],
  ['ade29b5f-397e-4eb9-a287-0344bd46c68d', 'POWER_BI_STANDARD_FACULTY'],
  ['bdcaf6aa-04c1-4b8f-b64e-6e3bd505ac64', 'POWER_BI_STANDARD_STUDENT'],
  ['dcb1a3ae-b33f-4487-846a-a640262fadf4', 'POWERAPPS_VIRAL'],
  ['87bbbc60-4754-4998-8c88-227dca264858', 'POWERAPPS_INDIVIDUAL_USER'],
  ['5b631642-bd26-49fe-bd20-1daaa972ef80', 'POWERAPPS_DEV'],
  ['bf666882-9c9b-4b2e-aa2f-4789b0a52ba2', 'POWERAPPS_PER_APP_IW'],
  ['3f9f06f5-3c31-472c-985f-62d9c10ec167', 'Power_Pages_vTrial_for_Makers'],
  ['606b54a9-78d8-4298-ad8b-df6ef4481c80', 'CCIBOTS_PRIVPREV_VIRAL'],
  ['1f2f344a-700d-42c9-9427-5cea1d5d7ba6', 'STREAM'],
  ['6470687e-a428-4b7a-bef2-8a291ad947c9', 'WINDOWS_STORE'],
  ['8c4ce438-32a7-4ac5-91a6-e22ae08d9c8b', 'RIGHTSMANAGEMENT_ADHOC'],
  ['093e8d14-a334-43d9-93e3-30589a8b47d0', 'RMSBASIC'],
  ['90d8b3f8-712e-4f7b-aa1e-62e7ae6cbe96', 'SMB_APPS'],
  ['8f0c5670-4e56-4892-b06d-91c085d7004f', 'SPZA_IW'],
  ['74fbf1bb-47c6-4796-9623-77dc7371723b', 'MS_TEAMS_IW'],
  ['29a2f828-8f39-4837-b8ff-c957e86abe3c', 'TEAMS_COMMERCIAL_TRIAL'],
  ['710779e8-3d4a-4c88-adb9-386c958d1fdf', 'TEAMS_EXPLORATORY'],
  ['e0dfc8b9-9531-4ec8-94b4-9fec23b05fc8', 'Microsoft_Teams_Exploratory_Dept'],
  ['440eaaa8-b3e0-484b-a8be-62870b9ba70a', 'PHONESYSTEM_VIRTUALUSER'],
  ['0e142028-345e-45da-8d92-8bfd4093bbb9', 'PHONESYSTEM_VIRTUALUSER_FACULTY'],
  ['2cf22bcb-0c9e-4bc6-8daf-7e7654c0f285', 'PHONESYSTEM_VIRTUALUSER_GOV'],
  ['e3f0522e-ebb7-4561-9f90-b44516d65b77', 'PHONESYSTEM_VIRTUALUSER_USGOV_GCCHIGH'],
  ['6af4b3d6-14bb-4a2a-960c-6c902aad34f3', 'Microsoft_Teams_Rooms_Basic'],
  ['50509a35-f0bd-4c5e-89ac-22f0e16a00f8', 'Microsoft_Teams_Rooms_Basic_without_Audio_Conferencing'],
  ['a4e376bd-c61e-4618-9901-3fc0cb1b88bb', 'Microsoft_Teams_Rooms_Basic_FAC'],
  ['47794cd0-f0e5-45c5-9033-2eb6b5fc84e0', 'MCOPSTNC'],
  ['6a4a1628-9b9a-424d-bed5-4118f0ede3fd', 'PROJECT_MADEIRA_PREVIEW_IW_SKU'],
  ['bc946dac-7877-4271-b2f7-99d2db13cd2c', 'FORMS_PRO'],
  ['61e6bd70-fbdb-4deb-82ea-912842f39431', 'DYN365_AI_SERVICE_INSIGHTS'],
  ['338148b6-1b11-4102-afb9-f92b6cdc0f8d', 'DYN365_ENTERPRISE_P1_IW'],
  ['9c7bff7a-3715-4da7-88d3-07f57f8d0fb6', 'D365_SALES_PRO_IW'],
  ['fcecd1f9-a91e-488d-a918-a96cdb6ce2b0', 'AX7_USER_TRIAL'],
  ['6ec92958-3cc1-49db-95bd-bc6b3798df71', 'Dynamics_365_Sales_Premium_Viral_Trial'],
  ['1e615a51-59db-4807-9957-aa83c3657351', 'Dynamics_365_Customer_Service_Enterprise_viral_trial'],
  ['29fcd665-d8d1-4f34-8eed-3811e3fca7b3', 'Dynamics_365_Field_Service_Enterprise_viral_trial'],
  ['036c2481-aa8a-47cd-ab43-324f0c157c2d', 'DYN365_CUSTOMER_INSIGHTS_VIRAL'],
  ['99cb3f83-fbec-4aa1-8262-9679e6df7c53', 'Dynamics_365_Guides_vTrial'],
  ['556640c0-53ea-4773-907d-29c55332983f', 'Microsoft_Cloud_for_Sustainability_vTrial'],
]);
