// Words of which seeded texts are made: fragments that read as Dutch, and topics of which a few occur often and most seldom.

export const openings = [
  "Aan de balie hoort hij dat",
  "Ik moest deze week uitleggen dat",
  "Zij belde voor de derde keer en hoorde dat",
  "In ons overleg bleek dat",
  "De brief zegt dat",
  "Volgens het werkblad geldt dat",
  "Een collega merkte dat",
  "Wij schrijven steeds op dat",
  "Het formulier gaat ervan uit dat",
  "Bij de herindicatie kwam naar voren dat",
  "Na drie maanden wachten blijkt dat",
  "Haar moeder vertelde dat",
  "De wijkverpleegkundige zag dat",
  "Op school dachten ze dat",
  "De aanbieder liet weten dat",
  "Het zorgkantoor antwoordde dat",
  "Niemand wist te zeggen waarom",
  "Iedereen aan tafel vond dat",
  "Ik zag pas op de fiets terug dat",
  "Voor de tweede keer dit jaar gebeurde het dat",
  "Zonder dat iemand het wilde kwam het zover dat",
  "Tijdens het huisbezoek werd duidelijk dat",
  "Wie daar woont weet dat",
  "Er staat nergens dat",
];

export const middles = [
  "alleen kan na een gesprek over",
  "niet samengaat met",
  "moet wachten op",
  "pas telt met een bewijs van",
  "afhangt van",
  "wordt teruggestuurd wegens",
  "eerst door de afdeling gaat voor",
  "nog een handtekening vraagt voor",
  "dubbel wordt uitgevraagd bij",
  "stopt op de dag van",
  "geen plek heeft naast",
  "opnieuw begint bij",
  "niet past in het veld voor",
  "op papier mag en in het systeem niet, door",
  "blijft liggen tot er duidelijkheid is over",
  "goed liep dankzij",
  "sneller ging zonder",
  "opeens kon toen wij begonnen over",
  "niet genoemd wordt in de regels over",
  "even lang duurt als",
  "drie weken stilstaat door",
  "wel mag volgens",
  "te laat komt voor",
  "verward wordt met",
];

export const endings = [
  "en niemand haalt haar op.",
  "en dus begint iedereen opnieuw.",
  "terwijl de termijn doorloopt.",
  "en dat staat nergens.",
  "waardoor de post blijft liggen.",
  "en toch deden wij het zo.",
  "zodat hij niet meer opnam.",
  "en de kinderen wachten mee.",
  "terwijl het geld er wel is.",
  "en de buurvrouw vangt het op.",
  "waarna de telefoon stil bleef.",
  "en wij stuurden hem naar een rij zonder einde.",
  "maar bij de buren kan het gewoon.",
  "en het kostte een halve dag.",
  "terwijl zij alleen rust vroeg.",
  "en een telefoontje loste het op.",
  "waarna het in een kwartier rond was.",
  "zonder dat iemand keek hoe haar week eruitziet.",
  "en dat weten we al twee jaar.",
  "zodat het vertrouwen weg was.",
  "en de rekening kwam dubbel.",
  "maar de bode zette thee.",
];

/** The first occur in about one text in eight, the last in one of some hundreds. */
export const topics = (
  "huishoudelijke hulp|indicatie|afspraak|aanvraag|briefadres|uitkering|begeleiding|vervoer|dagbesteding|huurachterstand|bankafschriften|inkomen|woning|zorgverzekering|herindicatie|schulden|voorschot|formulier|wachtlijst|keukentafelgesprek|" +
  "jeugdhulp|ontruiming|nachtopvang|inschrijving|toeslagen|eigen bijdrage|hulpmiddel|rolstoel|traplift|mantelzorg|respijtzorg|logeeropvang|pleegzorg|vaktherapie|leerlingenvervoer|taxipas|scootmobiel|badkamer|douchestoel|tolk|" +
  "bewindvoerder|budgetbeheer|beslagvrije voet|deurwaarder|incasso|energierekening|bijzondere bijstand|inrichtingskosten|identiteitsbewijs|verblijfspapieren|machtiging|volmacht|bezwaar|beschikking|dwangsom|hersteltermijn|loonstrook|urenstaat|tweedehands koelkast|bewindskosten|" +
  "persoonsgebonden budget|zorg in natura|kortdurend verblijf|beschermd wonen|uitstroom|nazorg|detentie|reclassering|gezinshuis|crisisbed|spoedzoeker|urgentie|woningruil|medehuurder|kostendelersnorm|vermogenstoets|giften|vrijwilligerswerk|taaltoets|inburgering|" +
  "proefplaatsing|beschut werk|jobcoach|loonwaarde|reiskosten|kinderopvang|peuteropvang|schoolkosten|sportpas|zwemles|brillen|tandarts|fysiotherapie|incontinentie|voedselbank|kledingbank|maaltijdservice|alarmering|sleutelkluis|huisdier"
).split("|");

export const searches = [
  "indicatie",
  "briefadres",
  "traplift",
  "bewindvoerder hersteltermijn",
  "kostendelersnorm",
  "taxi or taxipas",
  '"eigen bijdrage" vervoer',
  "ontruiming -huurachterstand",
  "zwemles",
  "sleutelkluis formulier",
];
