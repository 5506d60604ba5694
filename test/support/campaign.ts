/** How much of a long campaign runs: a sample within `npm test`, the small form, or all of it. */
export type CampaignForm = 'sample' | 'small' | 'all';

/** The form that the environment variable `CAMPAIGN` asks for. Default: a sample. */
export function campaign(): CampaignForm {
  const { CAMPAIGN: form = 'sample' } = process.env;
  if (form !== 'sample' && form !== 'small' && form !== 'all') throw new Error(`CAMPAIGN is "${form}": set small or all, or unset it`);
  return form;
}
