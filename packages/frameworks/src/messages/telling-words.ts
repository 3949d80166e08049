/**
 * Words that a message may be made of without saying what is wrong: a message with no others names nothing. English, because a
 * generic sentence in another language is rare, and is then asked of a person instead of failed.
 */
const genericWords = new Set(
  `a an the this that these those it its he she they we you your our their some any one or more at least all each
   and but if so as of in on at by for from to with without into within is are was were be been being am has have had having do
   does did not no none nor can cannot could couldn may might must should shall will would need needs needed
   required requires require mandatory obligatory field fields value values information data detail details item items
   property properties parameter parameters attribute attributes input inputs entry entries content body
   missing absent lacking lacks lack empty blank incomplete incorrect invalid wrong bad malformed unknown unacceptable
   given provided supplied found present specified set filled entered sent received
   please kindly sorry complete fill add enter check correct provide supply specify review update fix change try again retry
   retrying once then first before later now resubmit submit send resend
   candidate candidates applicant applicants person profile record order orders ordered request requests requested
   assessment assessments test recruiter user customer system partner platform
   error errors failed failure fail problem issue reason because due while when during went something wrong occurred happened unexpected internal server
   unable properly correctly unfortunately make sure ensure
   process processed processing create created handle handled accept accepted refuse refused reject rejected validation
   validate validated http status code s t`
    .split(/\s+/u)
    .filter(Boolean),
);

/** The words of a text that can tell what is wrong, in lower case; numbers and the generic words above cannot. */
export function tellingWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => !genericWords.has(word));
}
