import { channels, type Pack, type Scenario } from '../../../src/domain/pack';
import { pack, scenario } from '../../../src/domain/pack.fixture';

const principles = Array.from({ length: 12 }, (_, index) => `principle-${index + 1}`);

/** Twelve principles with six scenes of one turn each, in seven channels; in the order of the path. */
const scenes: Scenario[] = principles.flatMap((id, index) =>
  Array.from({ length: 6 }, (_, nth) =>
    scenario(`bank/${id}-${nth + 1}`, {
      principles: [id],
      channel: channels[(index + nth * 2) % channels.length]!,
    }),
  ),
);

export const bank: Pack = pack(scenes, { path: principles });
