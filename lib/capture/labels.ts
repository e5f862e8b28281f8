/**
 * What desks call the fields that Baton knows, in lower case: English, German, French, Spanish, Portuguese, Italian, Dutch. Labels are how
 * custom fields and unknown desks name their values; a site's own selectors come first.
 */
const LABELS: Record<string, string> = {
  subject:
    'subject|title|summary|short description|ticket title|ticket subject|betreff|kurzbeschreibung|titel|zusammenfassung|sujet|titre|objet|asunto|título|assunto|oggetto|titolo|onderwerp',
  requester:
    'requester|customer|contact|reporter|requested by|submitted by|raised by|caller|client|anforderer|anfragender|kunde|kontakt|ersteller|autor|melder|gemeldet von|demandeur|cliente|solicitante|contacto|richiedente|aanvrager|klant',
  requesterMail: 'email|e-mail|mail|requester email|customer email|e-mail-adresse|correo|courriel',
  team: 'team|group|queue|department|assigned team|assigned group|assignment group|support group|team inbox|gruppe|warteschlange|abteilung|équipe|groupe|equipo|grupo|departamento|equipe|gruppo|groep|afdeling',
  owner:
    'owner|assignee|assigned to|currently assigned to|technician|agent|assigned agent|salesperson|deal owner|ticket owner|case owner|opportunity owner|besitzer|zuständig|zugewiesen an|bearbeiter|bearbeiterin|sachbearbeiter|techniker|verantwortlich|assigné à|responsable|propriétaire|asignado a|propietario|responsável|proprietário|assegnatario|assegnato a|toegewezen aan|eigenaar',
  status: 'status|state|ticket status|current status|case status|zustand|statut|état|estado|stato',
  stage: 'stage|deal stage|pipeline stage|phase|dealphase|étape|etapa|fase',
  priority: 'priority|urgency|priorität|dringlichkeit|priorité|prioridad|prioridade|priorità|prioriteit',
  severity: 'severity|impact|schweregrad|auswirkung|gravité|sévérité|gravedad|severidad|gravidade|gravità|ernst',
  environment: 'environment|umgebung|environnement|entorno|ambiente|omgeving',
  steps:
    'steps|steps to reproduce|reproduction steps|schritte|schritte zum nachstellen|étapes de reproduction|pasos|pasos para reproducir|passos|passi',
  tags: 'tags|labels|label|schlagworte|schlagwörter|stichwörter|étiquettes|etiquetas|etichette',
  company:
    'company|account|organization|organisation|account name|customer company|firma|unternehmen|entreprise|société|empresa|cuenta|azienda|bedrijf',
  amount:
    'amount|value|deal value|deal amount|expected revenue|betrag|wert|umsatz|montant|importe|valor|importo|bedrag',
  closeDate:
    'close date|closing date|expected close date|expected closing|abschlussdatum|date de clôture|date de fermeture|fecha de cierre|data de fechamento|data di chiusura|sluitingsdatum',
  contacts: 'contacts|primary contact|ansprechpartner|kontakte|contactos|contatos|contatti',
};

const FIELDS = new Map(
  Object.entries(LABELS).flatMap(([field, words]) => words.split('|').map((word) => [word, field] as const)),
);

/** The field that a label means: one that Baton knows, else the label itself. Empty for what is no label. */
export function fieldOf(label: string): string {
  const name = bare(label);
  // A page may call a place so; as the name of a property it is none.
  if (name === '__proto__') return '';
  return FIELDS.get(name.toLowerCase()) ?? name.slice(0, 64);
}

/** True for the name of a field that Baton knows; any other is the page's own word. */
export const isField = (name: string): boolean => Object.hasOwn(LABELS, name);

/** True for a label whose field Baton knows by name. */
export function isKnownLabel(label: string): boolean {
  return FIELDS.has(bare(label).toLowerCase());
}

/** Without the colon or star behind it. */
export function bare(label: string): string {
  return /[\s*:：]$/u.test(label) ? label.replace(/[\s*:：]+$/u, '').trim() : label.trim();
}
