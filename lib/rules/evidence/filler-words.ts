import { barePhrase } from './bare';

/** Words and phrases that fill a field and say nothing, a language a list. "Test" is none: it names an environment. */
const LISTS = [
  // English and what any keyboard gives
  `n/a, na, tbd, tba, tbc, todo, to do, none, null, nil, nothing, unknown, pending, later, same, ditto, idk,
   dunno, no idea, not applicable, not available, to be done, to be defined, to be determined, to be confirmed,
   to be announced, placeholder, see above, see below, see ticket, see case, see thread, see notes, as above,
   will do, wip, dummy, lorem ipsum, lorem ipsum dolor sit amet, yes, no, ok, okay, blah, foo, bar, foobar,
   whatever, test test, asd, asdf, qwe, jkl, fgh, dfg, sdf, xx, xyz, abc`,
  // German
  `k.a., ka, keine angabe, keine angaben, keine, keiner, nichts, entfällt, folgt, folgt noch, wird nachgereicht,
   siehe oben, siehe unten, s.o., s.u., siehe ticket, unbekannt, nicht zutreffend, trifft nicht zu, nicht
   bekannt, weiß nicht, keine ahnung, ja, nein, später`,
  // French
  `sans objet, néant, aucun, aucune, rien, à définir, à compléter, à faire, à venir, voir ticket, voir ci-dessus,
   voir plus haut, inconnu, non applicable, non renseigné, n.c., plus tard, je ne sais pas, oui, non`,
  // Spanish
  `ninguno, ninguna, nada, no aplica, por definir, por confirmar, pendiente, ver ticket, ver arriba, desconocido,
   sin datos, n/d, s/d, no sé, sí, más tarde`,
  // Italian, Portuguese, Dutch, Polish
  `nessuno, niente, nenhum, geen, nvt, n.v.t., brak`,
  // Russian, Chinese, Japanese, Korean, Arabic
  `нет, 无, 沒有, 没有, 無, なし, 特になし, 없음, لا يوجد`,
];

/** As `barePhrase` gives them. */
export const FILLERS: ReadonlySet<string> = new Set(LISTS.flatMap((list) => list.split(',').map(barePhrase)));
