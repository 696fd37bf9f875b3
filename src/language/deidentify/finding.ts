export const findingTypes = [
  "NAME",
  "AGE",
  "DOB",
  "DATE",
  "BSN",
  "ADDRESS",
  "POSTCODE",
  "PLACE",
  "PHONE",
  "EMAIL",
  "URL",
  "IBAN",
  "PLATE",
  "CASENR",
  "ORG",
  "FAM",
  "OTHER",
] as const;
export type FindingType = (typeof findingTypes)[number];

/** Why something is a finding, as a code that a page can explain. */
export type Why =
  | "eleven-test"
  | "e-mail"
  | "phone-number"
  | "mod-97"
  | "postcode-and-number"
  | "postcode"
  | "web-address"
  | "plate"
  | "plate-shape"
  | "case-word"
  | "case-shape"
  | "birth"
  | "date"
  | "month"
  | "age"
  | "street-and-number"
  | "street"
  | "place-in-context"
  | "place"
  | "organisation-word"
  | "organisation"
  | "family"
  | "title"
  | "relation"
  | "listed-name"
  | "name-and-surname"
  | "initials"
  | "age-beside"
  | "speaks"
  | "named-before"
  | "lower-case-name"
  | "capital"
  | "digits"
  | "sign";

/** Something in a text that could lead to a person; offsets in UTF-16 code units, `end` exclusive, the span covering exactly the detail. */
export type Finding = {
  readonly start: number;
  readonly end: number;
  readonly type: FindingType;
  /** Beyond doubt: it has to go. Otherwise somebody is asked. */
  readonly certain: boolean;
  readonly why: Why;
};
