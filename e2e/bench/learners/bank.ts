import { bank } from '../../../src/domain/pack.fixture';

/** Twelve principles with six scenes of one turn each, in seven channels. */
export const pack = bank(12, 6);

export const sceneOf = new Map(pack.scenarios.map((scenario) => [scenario.id, scenario]));
