import { Person } from '../person.js';
import { type Cast, castAll, rolesOf } from './cast.js';
import { enterPeople, type People } from './people.js';
import { foundPlaces, type Places } from './places.js';
import { makeThings, type Things } from './things.js';

/** Everything that the matrix asks by and about. */
export interface Stage {
  readonly places: Places;
  readonly people: People;
  readonly cast: Cast;
  readonly things: Things;
}

/** Sets it up on the running platform, once, by nothing but its commands. */
export async function setStage(provinceId: string): Promise<Stage> {
  const officer = await Person.signedIn('canbo.tinh');
  const roles = await rolesOf(officer);
  const places = await foundPlaces(officer, provinceId);
  const people = await enterPeople(officer, places, roles.length);
  const cast = await castAll(officer, places, people, roles);
  const things = await makeThings(officer, { places, people, cast });
  return { places, people, cast, things };
}
