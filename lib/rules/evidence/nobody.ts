import { barePhrase, bareWord } from './bare';
import { isMashed } from './mashed';

/** Kept apart from the words that say nothing in a text: Nada, Ka and Nil are names that people have. */
const NOBODY = new Set(
  `nobody, no one, none, unassigned, not assigned, unknown, someone, somebody, anyone, anybody, n/a, tbd, tba, tbc, todo, to do,
   niemand, keiner, jemand, unbekannt, nicht zugewiesen, personne, aucun, quelqu’un, inconnu, non assigné, non attribué,
   nadie, ninguno, alguien, desconocido, sin asignar, xx, asd, qwe`
    .split(',')
    .map(barePhrase),
);

/** Whether a name means nobody in particular, or is no name at all. */
export function isNobody(name: string): boolean {
  const phrase = barePhrase(name);
  const word = bareWord(phrase);
  return word === '' || /^[a-z0-9]$/.test(word) || NOBODY.has(phrase) || isMashed(word);
}
