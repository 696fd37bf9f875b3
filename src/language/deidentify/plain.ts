/**
 * Spaces, dashes, quotes and full-width signs as other programs write them become plain ones; signs nobody sees become spaces.
 * The text keeps its length, so that what is found here stands at the same place in what was typed.
 */
export const plainly = (text: string): string =>
  /[^\n\x20-\x7EÀ-ſ]/.test(text)
    ? text
        .replaceAll(/[\t\r\f\v\u00A0\u00AD\u061C\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF\0]/g, " ")
        .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
        .replaceAll(/[\u2018\u2019\u02BC]/g, "'")
        .replaceAll(/[\u201C-\u201E]/g, '"')
        .replaceAll(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    : text;
